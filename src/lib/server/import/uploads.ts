import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';

/** A file a browser sent, kept in the state folder until it is loaded or dropped. */
export interface Upload {
	readonly id: string;
	readonly name: string;
	readonly path: string;
}

const idForm = /^[0-9a-f-]{36}$/;

/** Writes a request's body to disk as it comes; memory stays small whatever its size. */
export async function keepUpload(
	store: DuckDbWarehouse,
	body: ReadableStream<Uint8Array>,
	name: string,
	signal?: AbortSignal
): Promise<Upload> {
	const id = randomUUID();
	const folder = uploadFolder(store, id);
	await mkdir(folder, { recursive: true });
	try {
		const path = join(folder, 'file');
		await pipeline(
			Readable.fromWeb(body as unknown as WebStream<Uint8Array>),
			createWriteStream(path, { mode: 0o600 }),
			{ signal }
		);
		await writeFile(join(folder, 'name'), name, { mode: 0o600 });
		return { id, name, path };
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}

/** An upload by the id its sender was given, or null when it is gone. */
export async function upload(store: DuckDbWarehouse, id: string): Promise<Upload | null> {
	if (!idForm.test(id)) return null;
	const folder = uploadFolder(store, id);
	try {
		const name = await readFile(join(folder, 'name'), 'utf8');
		return { id, name, path: join(folder, 'file') };
	} catch {
		return null;
	}
}

/** Uploads that wait for a person to say what their columns are, the latest first. */
export async function uploads(
	store: DuckDbWarehouse
): Promise<readonly (Upload & { readonly at: number; readonly bytes: number })[]> {
	const names = (await readdir(store.temporaryFolder)).filter((name) => name.startsWith('upload-'));
	const found = await Promise.all(
		names.map(async (name) => {
			const kept = await upload(store, name.slice('upload-'.length));
			if (!kept) return [];
			const { mtimeMs, size } = await stat(kept.path);
			return [{ ...kept, at: mtimeMs, bytes: size }];
		})
	);
	return found.flat().sort((one, other) => other.at - one.at);
}

export async function dropUpload(store: DuckDbWarehouse, id: string): Promise<void> {
	if (idForm.test(id)) await rm(uploadFolder(store, id), { recursive: true, force: true });
}

/** Folder of one upload; what is laid beside the file goes with it. */
export function uploadFolder(store: DuckDbWarehouse, id: string): string {
	return join(store.temporaryFolder, `upload-${id}`);
}
