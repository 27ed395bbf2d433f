import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { Refusal } from '#lib/import/inspection.ts';

const chunkBytes = 1 << 20;

/** A file that cannot be read at all; turned into a refusal where a person is told. */
export class Unreadable extends Error {
	readonly refusal: Refusal;
	constructor(code: Refusal['code'], facts: Refusal['facts'] = {}) {
		super(code);
		this.refusal = { code, facts };
	}
}

export interface Source {
	readonly path: string;
	readonly bytes: number;
	readonly gzip: boolean;
}

export async function openSource(path: string): Promise<Source> {
	const { size } = await stat(path);
	const head = await firstBytes(path, 2);
	return { path, bytes: size, gzip: head[0] === 0x1f && head[1] === 0x8b };
}

/** The first bytes of a file as it lies on disk. */
export async function firstBytes(path: string, most: number): Promise<Buffer> {
	const handle = await open(path);
	try {
		const buffer = Buffer.alloc(most);
		let length = 0;
		while (length < most) {
			const { bytesRead } = await handle.read(buffer, length, most - length, length);
			if (bytesRead === 0) break;
			length += bytesRead;
		}
		return buffer.subarray(0, length);
	} finally {
		await handle.close();
	}
}

/** Told while a source is read: bytes of the file so far, its hash at the end. */
export class Passage {
	bytes = 0;
	readonly #hash: Hash = createHash('sha256');
	take(chunk: Buffer): void {
		this.bytes += chunk.length;
		this.#hash.update(chunk);
	}
	hash(): string {
		return this.#hash.digest('hex');
	}
}

/** The bytes of a source, gzip unpacked. A damaged gzip throws `Unreadable`. */
export async function* sourceChunks(
	source: Source,
	passage?: Passage,
	signal?: AbortSignal
): AsyncGenerator<Buffer, void, undefined> {
	const file = createReadStream(source.path, { highWaterMark: chunkBytes });
	if (passage) file.on('data', (chunk) => passage.take(chunk as Buffer));
	const unpacked = source.gzip ? file.pipe(createGunzip({ chunkSize: chunkBytes })) : file;
	file.on('error', (error) => unpacked.destroy(error));
	try {
		for await (const chunk of unpacked) {
			signal?.throwIfAborted();
			yield chunk as Buffer;
		}
	} catch (cause) {
		const code = (cause as NodeJS.ErrnoException).code ?? '';
		throw source.gzip && code.startsWith('Z_') ? new Unreadable('damaged_gzip') : cause;
	} finally {
		file.destroy();
		unpacked.destroy();
	}
}

/** The first unpacked bytes; `whole` when there are no more. */
export async function sourceHead(
	source: Source,
	most: number
): Promise<{ bytes: Buffer; whole: boolean }> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const chunk of sourceChunks(source)) {
		parts.push(chunk);
		length += chunk.length;
		if (length > most) break;
	}
	const bytes = Buffer.concat(parts, length);
	return { bytes: bytes.subarray(0, most), whole: length <= most };
}
