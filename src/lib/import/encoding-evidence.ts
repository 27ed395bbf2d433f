/**
 * What bytes look like when read in one encoding. `units`: characters beyond ASCII that can be read;
 * `common`: those that everyday text of that encoding is made of; `invalid`: places that cannot be read.
 */
export interface ByteEvidence {
	readonly units: number;
	readonly common: number;
	readonly invalid: number;
}

const within = (byte: number | undefined, low: number, high: number): boolean =>
	byte !== undefined && byte >= low && byte <= high;

/**
 * GB18030: everyday Chinese is level 1 of GB 2312 (leads B0–D7, the 3,755 commonest characters) and
 * its punctuation and full-width forms (leads A1–A3).
 */
export function gb18030Evidence(bytes: Uint8Array): ByteEvidence {
	let units = 0;
	let common = 0;
	let invalid = 0;
	for (let at = 0; at < bytes.length; at++) {
		const lead = bytes[at] as number;
		if (lead < 0x80) continue;
		const trail = bytes[at + 1];
		if (trail === undefined) break;
		if (lead === 0x80 || lead === 0xff) invalid++;
		else if (within(trail, 0x30, 0x39)) {
			if (within(bytes[at + 2], 0x81, 0xfe) && within(bytes[at + 3], 0x30, 0x39)) {
				units++;
				at += 3;
			} else if (at + 3 >= bytes.length) break;
			else invalid++;
		} else if (within(trail, 0x40, 0xfe) && trail !== 0x7f) {
			units++;
			at++;
			const frequent = within(lead, 0xb0, 0xd7) || within(lead, 0xa1, 0xa3);
			if (frequent && trail >= 0xa1) common++;
		} else invalid++;
	}
	return { units, common, invalid };
}

/** Big5: everyday characters are level 1 (leads A4–C6, 5,401 characters) and punctuation (A1–A3). */
export function big5Evidence(bytes: Uint8Array): ByteEvidence {
	let units = 0;
	let common = 0;
	let invalid = 0;
	for (let at = 0; at < bytes.length; at++) {
		const lead = bytes[at] as number;
		if (lead < 0x80) continue;
		const trail = bytes[at + 1];
		if (trail === undefined) break;
		if (within(lead, 0x87, 0xfe) && (within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe))) {
			units++;
			at++;
			if (within(lead, 0xa1, 0xc6)) common++;
		} else invalid++;
	}
	return { units, common, invalid };
}

const isAsciiLetter = (byte: number | undefined): boolean =>
	byte !== undefined && within(byte | 0x20, 0x61, 0x7a);
const undefinedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** € … ‘ ’ “ ” • – —, and from A0 on signs such as § © ° ½ */
const typographic = new Set([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97]);

/**
 * Windows-1252: one to three accented letters in a row beside an unaccented one (`ção`), and single
 * typographic signs.
 */
export function windows1252Evidence(bytes: Uint8Array): ByteEvidence {
	let units = 0;
	let common = 0;
	let invalid = 0;
	for (let at = 0; at < bytes.length; at++) {
		if ((bytes[at] as number) < 0x80) continue;
		const from = at;
		let letters = 0;
		let signs = 0;
		while (at < bytes.length && (bytes[at] as number) >= 0x80) {
			const byte = bytes[at] as number;
			if (undefinedIn1252.has(byte)) invalid++;
			else {
				units++;
				if (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) letters++;
				else if (typographic.has(byte) || (byte >= 0xa0 && byte < 0xc0)) signs++;
			}
			at++;
		}
		const run = at - from;
		if (run > 3) continue;
		if (run <= 2) common += signs;
		if (isAsciiLetter(bytes[from - 1]) || isAsciiLetter(bytes[at])) common += letters;
	}
	return { units, common, invalid };
}

/** UTF-8 by its own grammar (no overlong forms, no surrogates); all of it counts as common. */
export function utf8Evidence(bytes: Uint8Array, whole: boolean): ByteEvidence {
	let units = 0;
	let invalid = 0;
	for (let at = 0; at < bytes.length;) {
		const lead = bytes[at] as number;
		if (lead < 0x80) {
			at++;
			continue;
		}
		const length = sequenceLength(lead);
		if (length > 0 && at + length > bytes.length && !whole) break;
		if (length > 0 && isSequence(bytes, at, length)) {
			units++;
			at += length;
		} else {
			invalid++;
			at++;
		}
	}
	return { units, common: units, invalid };
}

/** Bytes of the UTF-8 character that starts with `lead`; 0 if none does. */
function sequenceLength(lead: number): number {
	if (within(lead, 0xc2, 0xdf)) return 2;
	if (within(lead, 0xe0, 0xef)) return 3;
	return within(lead, 0xf0, 0xf4) ? 4 : 0;
}

function isSequence(bytes: Uint8Array, at: number, length: number): boolean {
	const lead = bytes[at];
	const second = bytes[at + 1];
	const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
	const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
	if (!within(second, low, high)) return false;
	for (let next = 2; next < length; next++) if (!within(bytes[at + next], 0x80, 0xbf)) return false;
	return true;
}
