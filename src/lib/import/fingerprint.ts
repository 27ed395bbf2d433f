import { foldHeader } from './fold.ts';
import { ownPositions } from './note-columns.ts';

/**
 * A short text that is equal for two files with the same columns in the same order, whatever the case,
 * width or punctuation of their headers and the notes we put before them; by it a confirmed mapping is
 * recognised (`8-1f3c…`: count of columns, then FNV-1a of 64 bits). Null without header.
 */
export function headerFingerprint(header: readonly string[] | null): string | null {
	if (header === null) return null;
	const own = ownPositions(header).map((position) => foldHeader(header[position] ?? ''));
	let hash = 0xcbf29ce484222325n;
	for (const byte of new TextEncoder().encode(own.join('\u001f'))) {
		hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
	}
	return `${own.length}-${hash.toString(16).padStart(16, '0')}`;
}
