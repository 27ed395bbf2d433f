import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Form } from '#lib/import/mapping.ts';
import { undo } from '#lib/server/import/undo.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { loadRows, openEmpty, plainTime, type TestColumn } from '../../fixtures/canonical.ts';
import { asked, tester } from '../../real/logs.ts';

let store: DuckDbWarehouse;
beforeEach(async () => {
	store = await openEmpty();
});
afterEach(() => store.close());

const meaning = (meanings: Record<string, string>): Form => ({ kind: 'text', meanings });

function columns(form?: Form): TestColumn[] {
	return [
		{ target: 'case_no' },
		{ target: 'received_at', form: plainTime },
		{ target: 'resolved_at', form: plainTime },
		{ target: 'status', ...(form && { form }) }
	];
}

async function states(): Promise<string> {
	const rows = await asked<{ state: string }>(
		store,
		'select state from complaint order by case_no'
	);
	return rows.map(({ state }) => state).join(' ');
}

const day = '2025-01-02 03:04';

test('a status means what the mapping says of it, folded; without a word of it, what its words say', async () => {
	await loadRows(store, {
		columns: columns(
			meaning({ 'file away': 'closed', '结案 待回访': 'open', gone: 'withdrawn', done: 'open' })
		),
		rows: [
			['A', day, '', 'File  Away '],
			['B', day, '', '结案　待回访'],
			['C', day, '', 'GONE'],
			['D', day, '', 'Done'],
			['E', day, '2025-01-03 03:04', 'done'],
			['F', day, '', 'resolved'],
			['G', day, '', 'waiting']
		]
	});
	expect(await states()).toBe('time_missing open time_missing open resolved time_missing open');
});

test('of two loads the later one says what a status means; undone, the earlier one again', async () => {
	const rows = [['A', day, '', 'parked']];
	await loadRows(store, { columns: columns(meaning({ parked: 'closed' })), rows });
	expect(await states()).toBe('time_missing');
	const { loadId } = await loadRows(store, {
		columns: columns(meaning({ parked: 'open' })),
		rows: [...rows, ['B', day, '', 'parked']].map(([no = '', at = '', end = '', status = '']) => [
			no,
			at === day ? '2025-01-02 04:04' : at,
			end,
			status
		])
	});
	expect(await states()).toBe('open open');
	await undo(store, loadId, tester);
	expect(await states()).toBe('time_missing');
});

test('a log whose mapping says nothing is read by its words', async () => {
	await loadRows(store, {
		columns: columns(),
		rows: [
			['A', day, '', '已结案'],
			['B', day, '', '未结案']
		]
	});
	expect(await states()).toBe('time_missing open');
});
