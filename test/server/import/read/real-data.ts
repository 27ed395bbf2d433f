import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll } from 'vitest';
import type { Canonical } from '#lib/server/import/read/canonical.ts';
import { canonicalise } from '#lib/server/import/read/canonicalise.ts';
import type { Reading } from '#lib/import/mapping.ts';

const root = resolve(process.env.REDRESS_TEST_DATA ?? '../shared/data');
export const hasRealData = existsSync(root);
export const realFile = (...parts: string[]): string => join(root, ...parts);

const folders: string[] = [];
afterAll(async () => {
	for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

export async function newFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'redress-read-'));
	folders.push(folder);
	return folder;
}

/** A file with this content in a folder of its own. */
export async function fileOf(content: string | Buffer, name = 'log.csv'): Promise<string> {
	const path = join(await newFolder(), name);
	await writeFile(path, content);
	return path;
}

/** A canonical file that was expected to come out, its records parsed by a parser not ours. */
export async function canonicalRows(
	path: string,
	reading: Reading = {}
): Promise<{ file: Canonical; rows: string[][]; lines: number[] }> {
	const file = await canonicalise(path, reading, await newFolder());
	if ('refusal' in file) throw new Error(`refused: ${file.refusal.code}`);
	const pieces = await Promise.all(file.pieces.map((piece) => readFile(piece, 'utf8')));
	const records = parseRows(pieces.join(''));
	return {
		file,
		rows: records.map((record) => record.slice(1)),
		lines: records.map((record) => Number(record[0]))
	};
}

export function parseRows(text: string): string[][] {
	if (text === '') return [];
	const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), {
		delimiter: ',',
		newline: '\n'
	});
	return data;
}
