import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { loadRows, openEmpty, plainTime } from '../../fixtures/canonical.ts';
import { asked } from '../../real/logs.ts';

let store: DuckDbWarehouse;
beforeEach(async () => {
	store = await openEmpty();
});
afterEach(() => store.close());

const columns = [{ target: 'case_no' }, { target: 'received_at', form: plainTime }] as const;
const count = 20_000;
/** Case `n` was received `n` minutes into the year; its line is its place in the file. */
const rows = Array.from({ length: count }, (_, n) => [
	`C${n}`,
	new Date(Date.UTC(2025, 0, 1, 0, n)).toISOString().slice(0, 16).replace('T', ' ')
]);

async function backwards(): Promise<number> {
	const [row] = await asked<{ steps: number }>(
		store,
		`select count(*)::double as steps
		from (select received_at < lag(received_at) over (order by rowid) as back from complaint)
		where back`
	);
	return row?.steps ?? Number.NaN;
}

test('every case keeps the line of the file it stands on', async () => {
	await loadRows(store, { columns, rows });
	expect(await backwards()).toBe(0);
	const [row] = await asked<{ wrong: number }>(
		store,
		`select count(*) filter (where file_line <> substr(case_no, 2)::integer + 2)::double as wrong from complaint`
	);
	expect(row?.wrong).toBe(0);
});

test('a log in another order is written by time of receipt', async () => {
	await loadRows(store, { columns, rows: rows.toReversed() });
	expect(await backwards()).toBe(0);
});
