import { afterEach, beforeEach, expect, test } from 'vitest';
import { correctCase, correctionsOf, withdrawCorrection } from '#lib/server/record/corrections.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { serve } from '../../fixtures/cases.ts';
import { loadRows, openEmpty, plainTime } from '../../fixtures/canonical.ts';
import { asked, tester } from '../../real/logs.ts';

let store: DuckDbWarehouse;
beforeEach(async () => {
	store = await openEmpty();
	serve(store);
	holdRecordInMemory();
});
afterEach(async () => {
	await closeRecord();
	await store.close();
});

const key = { source: 'log', caseNo: 'A' };

async function derived(): Promise<object | undefined> {
	const rows = await asked(
		store,
		"select completeness, warnings from complaint where case_no = 'A'"
	);
	return rows[0];
}

test('a correction derives completeness and destroyed letters anew, its withdrawal gives both back', async () => {
	await loadRows(store, {
		columns: [
			{ target: 'case_no' },
			{ target: 'received_at', form: plainTime },
			{ target: 'category' },
			{ target: 'shop' },
			{ target: 'finding' }
		],
		// Of the key fields the log has category and shop.
		rows: [['A', '2025-01-02', '', 'one', 'fa\uFFFDlty']]
	});
	expect(await derived()).toEqual({ completeness: 0.5, warnings: ['destroyed_letters'] });
	await correctCase(tester, key, { field: 'category', value: '物流', seen: null });
	expect(await derived()).toEqual({ completeness: 1, warnings: ['destroyed_letters'] });
	await correctCase(tester, key, { field: 'finding', value: 'faulty', seen: 'fa\uFFFDlty' });
	expect(await derived()).toEqual({ completeness: 1, warnings: null });
	for (const { field, number } of await correctionsOf(key))
		await withdrawCorrection(tester, key, { field, number });
	expect(await derived()).toEqual({ completeness: 0.5, warnings: ['destroyed_letters'] });
});
