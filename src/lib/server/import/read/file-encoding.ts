import { chooseEncoding } from '#lib/import/encoding.ts';
import type { EncodingChoice } from '#lib/import/inspection.ts';
import { nextLine } from '#lib/import/shape-reader.ts';
import { sourceChunks } from './source.ts';
import type { Source } from './source.ts';

/** Evidence taken from one chunk and from the whole file: what is rare must be seen, not all of it. */
const chunkEvidence = 1 << 14;
const fileEvidence = 4 << 20;

/**
 * The encoding by the lines beyond ASCII of the whole file. Asked when UTF-8, chosen on the first part,
 * fails further down: a log may be ASCII for gigabytes before its first 投诉.
 */
export async function encodingOfFile(source: Source): Promise<EncodingChoice> {
	const parts: Buffer[] = [];
	let kept = 0;
	let first = true;
	for await (const chunk of sourceChunks(source)) {
		if (kept >= fileEvidence) break;
		let taken = 0;
		// Only whole lines: a chunk may begin and end inside a character.
		const start = first ? 0 : chunk.indexOf(10) + 1;
		const end = chunk.lastIndexOf(10) + 1 || chunk.length;
		first = false;
		for (let at = start; at < end && taken < chunkEvidence;) {
			const high = firstHighByte(chunk, at);
			if (high < 0 || high >= end) break;
			const from = Math.max(at, chunk.lastIndexOf(10, high) + 1);
			const to = nextLine(chunk, high, end);
			parts.push(Buffer.from(chunk.subarray(from, to)));
			taken += to - from;
			at = to;
		}
		kept += taken;
	}
	return chooseEncoding(Buffer.concat(parts), false);
}

function firstHighByte(bytes: Buffer, from: number): number {
	for (let at = from; at < bytes.length; at++) if ((bytes[at] as number) >= 0x80) return at;
	return -1;
}
