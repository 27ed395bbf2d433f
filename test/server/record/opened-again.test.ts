import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvent, eventsOf } from '#lib/server/record/record.ts';
import { beginState, endState } from '../../fixtures/state-folder.ts';

const wang = { id: 'declared:王敏', name: '王敏', assurance: 'declared' } as const;
let folder: string;

beforeEach(() => {
	folder = beginState();
});
afterEach(endState);

test('a record that could not be opened once is opened by the next call', async () => {
	const path = join(folder, 'record.duckdb');
	await writeFile(path, 'not a record');
	await expect(eventsOf(['idea_left'])).rejects.toThrow();
	await rm(path);
	await appendEvent(wang, 'idea_left', 'one', { text: 'x', where: '' });
	expect(await eventsOf(['idea_left'])).toHaveLength(1);
});
