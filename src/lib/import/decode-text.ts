import { byteOrderMark } from './encoding.ts';
import type { Encoding } from './mapping.ts';

/** A sample as UTF-8 without byte order mark; UTF-8 stays as it is, broken places too. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): Uint8Array {
	const mark = byteOrderMark(bytes);
	const text = mark?.encoding === encoding ? bytes.subarray(mark.length) : bytes;
	if (encoding === 'utf-8') return text;
	const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(text, { stream: true });
	return new TextEncoder().encode(decoded);
}
