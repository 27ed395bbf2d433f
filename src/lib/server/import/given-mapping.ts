import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMappingFile } from '#lib/import/mapping-file.ts';
import type { Mapping } from '#lib/import/mapping.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import type { Problem } from './problem.ts';
import { uploadFolder } from './uploads.ts';

/** The mapping file a person gave for an upload; it counts before what is saved or proposed. */
export interface GivenMapping {
	/** Of the file it came in. */
	readonly name: string;
	readonly mapping: Mapping;
}

/** No mapping of ours comes near. */
const mostBytes = 1_000_000;

/** Reads a mapping file as it comes; never more of it than a mapping can have. */
export async function mappingText(
	body: ReadableStream<Uint8Array> | null
): Promise<string | { readonly problem: Problem }> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of body ?? []) {
		bytes += piece.length;
		if (bytes <= mostBytes) pieces.push(piece);
	}
	if (bytes > mostBytes) return { problem: { code: 'mapping_file_large', facts: {} } };
	return Buffer.concat(pieces).toString('utf8');
}

/** Lays a mapping file beside an upload. Problems: `mapping_file_…`, with the place in the file. */
export async function giveMapping(
	store: DuckDbWarehouse,
	uploadId: string,
	name: string,
	body: ReadableStream<Uint8Array> | null
): Promise<Problem | null> {
	const text = await mappingText(body);
	if (typeof text !== 'string') return text.problem;
	const read = readMappingFile(text);
	if ('problem' in read) return read.problem;
	const given: GivenMapping = { name, mapping: read.mapping };
	await writeFile(pathOf(store, uploadId), JSON.stringify(given), { mode: 0o600 });
	return null;
}

export async function givenMapping(
	store: DuckDbWarehouse,
	uploadId: string
): Promise<GivenMapping | null> {
	try {
		return JSON.parse(await readFile(pathOf(store, uploadId), 'utf8')) as GivenMapping;
	} catch {
		return null;
	}
}

export async function withdrawMapping(store: DuckDbWarehouse, uploadId: string): Promise<void> {
	await rm(pathOf(store, uploadId), { force: true });
}

function pathOf(store: DuckDbWarehouse, uploadId: string): string {
	return join(uploadFolder(store, uploadId), 'mapping');
}
