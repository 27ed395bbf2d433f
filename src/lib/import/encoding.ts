import type { EncodingChoice, Finding, Warning } from './inspection.ts';
import type { Encoding } from './mapping.ts';
import {
	big5Evidence,
	gb18030Evidence,
	utf8Evidence,
	windows1252Evidence
} from './encoding-evidence.ts';
import type { ByteEvidence } from './encoding-evidence.ts';

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['gb18030', [0x84, 0x31, 0x95, 0x33]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];

/** The encoding a byte order mark names and how many bytes it takes; null without one. */
export function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
	for (const [encoding, mark] of marks) {
		if (mark.every((byte, at) => bytes[at] === byte)) return { encoding, length: mark.length };
	}
	return null;
}

/**
 * How bytes are to be read: byte order mark, then strict UTF-8, then evidence. `whole` false: the bytes
 * may end inside a character. UTF-8 whose broken places are rare (under one in twenty characters)
 * stays UTF-8; the records that hold them are set aside later.
 */
export function chooseEncoding(bytes: Uint8Array, whole: boolean): EncodingChoice {
	const mark = byteOrderMark(bytes);
	if (mark) return { encoding: mark.encoding, by: 'bom', evidence: [] };
	const wide = wideEncoding(bytes);
	if (wide) return wide;
	const utf8 = utf8Evidence(bytes, whole);
	if (utf8.units === 0 && utf8.invalid === 0) {
		return { encoding: 'utf-8', by: 'ascii', evidence: [] };
	}
	if (utf8.invalid === 0) {
		return { encoding: 'utf-8', by: 'strict', evidence: [finding('utf-8', utf8)] };
	}
	const candidates: readonly (readonly [Encoding, ByteEvidence])[] = [
		['utf-8', utf8],
		['gb18030', gb18030Evidence(bytes)],
		['big5', big5Evidence(bytes)],
		['windows-1252', windows1252Evidence(bytes)]
	];
	const ranked = [...candidates].sort((one, other) => score(other) - score(one));
	const best = ranked[0] as readonly [Encoding, ByteEvidence];
	return {
		// Where nothing fits, UTF-8 sets aside what it cannot read; any other would garble it.
		encoding: score(best) < leastScore ? 'utf-8' : best[0],
		by: 'evidence',
		evidence: ranked.map(([encoding, evidence]) => finding(encoding, evidence))
	};
}

const leastScore = 0.2;

/** Common characters less what cannot be read; UTF-8 by chance is so rare that it needs only be mostly valid. */
function score([encoding, evidence]: readonly [Encoding, ByteEvidence]): number {
	const all = evidence.units + evidence.invalid;
	if (all === 0) return 0;
	const valid = evidence.units / all;
	if (encoding === 'utf-8') return valid >= 0.95 ? 2 : 0;
	return (evidence.common / all) * valid ** 4;
}

const leastCommonShare = 0.6;

/** A choice by evidence that is thin: most characters are none that everyday text is made of. */
export function encodingDoubt({ by, encoding, evidence }: EncodingChoice): Warning[] {
	const chosen = evidence.find(({ facts }) => facts.encoding === encoding);
	const { common_share: share, characters } = chosen?.facts ?? {};
	if (by !== 'evidence' || typeof share !== 'number' || share >= leastCommonShare) return [];
	const facts = { encoding, common_share: share };
	return [{ code: 'encoding_doubtful', facts, count: Number(characters) }];
}

function finding(encoding: Encoding, evidence: ByteEvidence): Finding {
	const { units, common, invalid } = evidence;
	return {
		code: 'encoding_evidence',
		facts: {
			encoding,
			characters: units,
			common_share: Math.round((common / Math.max(1, units + invalid)) * 1000) / 1000,
			invalid
		}
	};
}

/** UTF-16 without a mark: NUL bytes, most on one side of the pairs (退 has one of its own), one beside every line end. */
function wideEncoding(bytes: Uint8Array): EncodingChoice | null {
	const length = Math.min(bytes.length, 1 << 16) & ~1;
	let even = 0;
	let odd = 0;
	let lineEnds = 0;
	let wideLineEnds = 0;
	for (let at = 0; at < length; at += 2) {
		const first = bytes[at] as number;
		const second = bytes[at + 1] as number;
		if (first === 0) even++;
		if (second === 0) odd++;
		if (first !== 10 && second !== 10) continue;
		lineEnds++;
		if (first === 0 || second === 0) wideLineEnds++;
	}
	const most = Math.max(even, odd);
	if (most < Math.max(4, length * 0.02) || Math.min(even, odd) > most * 0.4) return null;
	if (wideLineEnds < lineEnds * 0.9) return null;
	const encoding: Encoding = odd > even ? 'utf-16le' : 'utf-16be';
	return {
		encoding,
		by: 'evidence',
		evidence: [{ code: 'encoding_zeros', facts: { encoding, zeros: most, bytes: length } }]
	};
}
