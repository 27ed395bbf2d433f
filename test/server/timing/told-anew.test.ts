import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFile } from '#lib/server/import/run.ts';
import { undo } from '#lib/server/import/undo.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { openWarehouse, type DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { serve } from '../../fixtures/cases.ts';
import { asked, tester } from '../../real/logs.ts';

let folder: string;
let store: DuckDbWarehouse;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'redress-told-anew-'));
	holdRecordInMemory();
	store = await openWarehouse({ folder, inMemory: true });
	serve(store);
});
afterAll(async () => {
	await store.close();
	await closeRecord();
	rmSync(folder, { recursive: true, force: true });
});

async function load(name: string, lines: readonly string[]): Promise<number> {
	const path = join(folder, name);
	writeFileSync(path, `${lines.join('\n')}\n`);
	const result = await importFile(store, { path, name, source: 'log' }, tester);
	if (!('entry' in result)) throw new Error(JSON.stringify(result));
	return result.entry.loadId;
}

async function outcomes() {
	const rows = await asked(
		store,
		'select case_no, first_response_outcome as outcome from complaint order by case_no'
	);
	return Object.fromEntries(rows.map((row) => Object.values(row) as [string, unknown]));
}

it('judges cases anew that did not change when a load tells of another stage, or is undone', async () => {
	await load('first.csv', [
		'投诉编号,投诉时间,状态',
		'A,2025-01-20 09:00,处理中',
		'B,2025-01-31 09:00,处理中'
	]);
	expect(await outcomes()).toEqual({ A: 'no_time', B: 'no_time' });
	const second = await load('second.csv', [
		'投诉编号,投诉时间,状态,首次响应时间',
		'B,2025-01-31 09:00,处理中,2025-01-31 10:00'
	]);
	// The log tells of first responses now: A has had none, and its day is long over.
	expect(await outcomes()).toEqual({ A: 'open_late', B: 'not_due' });
	await undo(store, second, tester);
	expect(await outcomes()).toEqual({ A: 'no_time', B: 'no_time' });
});
