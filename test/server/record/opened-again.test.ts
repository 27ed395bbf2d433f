import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvent, closeRecord, eventsOf } from '#lib/server/record/record.ts';

const wang = { id: 'declared:王敏', name: '王敏', assurance: 'declared' } as const;
const before = process.env.REDRESS_DATA;
let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'redress-record-'));
	process.env.REDRESS_DATA = folder;
});
afterEach(async () => {
	await closeRecord();
	if (before === undefined) delete process.env.REDRESS_DATA;
	else process.env.REDRESS_DATA = before;
	await rm(folder, { recursive: true });
});

test('a record that could not be opened once is opened by the next call', async () => {
	const path = join(folder, 'record.duckdb');
	await writeFile(path, 'not a record');
	await expect(eventsOf(['idea_left'])).rejects.toThrow();
	await rm(path);
	await appendEvent(wang, 'idea_left', 'one', { text: 'x', where: '' });
	expect(await eventsOf(['idea_left'])).toHaveLength(1);
});
