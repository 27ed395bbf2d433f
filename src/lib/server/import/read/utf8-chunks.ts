import { byteOrderMark } from '#lib/import/encoding.ts';
import type { Encoding } from '#lib/import/mapping.ts';

/**
 * The bytes of a text as UTF-8 without byte order mark. UTF-8 passes as it is, broken places too; other
 * encodings put U+FFFD where bytes stand for nothing.
 */
export async function* utf8Chunks(
	chunks: AsyncIterable<Buffer>,
	encoding: Encoding
): AsyncGenerator<Buffer, void, undefined> {
	const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { ignoreBOM: true });
	let first = true;
	for await (let chunk of chunks) {
		if (chunk.length === 0) continue;
		if (first) {
			const mark = byteOrderMark(chunk);
			if (mark?.encoding === encoding) chunk = chunk.subarray(mark.length);
			first = false;
		}
		yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8') : chunk;
	}
	const rest = decoder?.decode() ?? '';
	if (rest !== '') yield Buffer.from(rest, 'utf8');
}
