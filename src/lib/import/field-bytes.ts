import { ODD, QUOTED } from './record-scanner.ts';
import type { ByteDialect, RecordScanner } from './record-scanner.ts';

const BLANK = 32;

/**
 * The value of a field as bytes: without its quotes, escapes undone, NUL bytes left out (the caller
 * counts them: no later stage can hold them).
 */
export function valueBytes(
	bytes: Uint8Array,
	scanner: RecordScanner,
	field: number,
	dialect: ByteDialect
): Uint8Array {
	const mark = scanner.marks[field] as number;
	let start = scanner.starts[field] as number;
	let end = scanner.ends[field] as number;
	if ((mark & QUOTED) === 0) {
		const plain = bytes.subarray(start, end);
		return (mark & ODD) === 0 ? plain : plain.filter((byte) => byte !== 0);
	}
	while (end > start + 1 && bytes[end - 1] === BLANK && (mark & ODD) !== 0) end--;
	start++;
	if (bytes[end - 1] === dialect.quote && end > start) end--;
	const value = new Uint8Array(end - start);
	let length = 0;
	for (let at = start; at < end; at++) {
		const byte = bytes[at] as number;
		const following = at + 1 < end ? bytes[at + 1] : -1;
		const escaped =
			(byte === dialect.escape && (following === dialect.quote || following === dialect.escape)) ||
			(byte === dialect.quote && following === dialect.quote);
		if (escaped) {
			if (following !== 0) value[length++] = following as number;
			at++;
		} else if (byte !== 0) value[length++] = byte;
	}
	return value.subarray(0, length);
}

/** All fields of the record in the scanner are empty. */
export function isBlank(bytes: Uint8Array, scanner: RecordScanner, from: number): boolean {
	// A record longer than two quotes and a delimiter a field holds something.
	if (scanner.end - from > scanner.fields * 4) return false;
	for (let field = 0; field < scanner.fields; field++) {
		const start = scanner.starts[field] as number;
		const end = scanner.ends[field] as number;
		const mark = scanner.marks[field] as number;
		if (mark & QUOTED ? end - start !== 2 : !isSpace(bytes, start, end)) return false;
	}
	return true;
}

function isSpace(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) if (bytes[at] !== BLANK && bytes[at] !== 9) return false;
	return true;
}
