import { afterEach, beforeEach, expect, test } from 'vitest';
import { undo } from '#lib/server/import/undo.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { loadRows, openEmpty, plainTime } from '../../fixtures/canonical.ts';
import { asked, tester, warned } from '../../real/logs.ts';

let store: DuckDbWarehouse;
beforeEach(async () => {
	store = await openEmpty();
});
afterEach(() => store.close());

test('orders of a day, shop and category: the later load replaces, undo brings the earlier back', async () => {
	const columns = [
		{ target: 'day', form: plainTime },
		{ target: 'shop' },
		{ target: 'orders' }
	] as const;
	const first = await loadRows(store, {
		kind: 'orders',
		columns,
		rows: [
			['2025-01-01', 'X', '100'],
			['2025-01-01', 'Y', '40'],
			['2025-01-01', 'Y', '2'],
			['2025-01-02', 'X', 'many'],
			['2025-01-02', 'X', '7'],
			['2025-01-02', 'X', '7']
		]
	});
	expect(first).toMatchObject({ rowsRead: 6, loaded: 4, unchanged: 1, quarantined: 1 });
	expect(warned(first)).toEqual({ summed_rows: 2, identical_rows: 1 });
	const second = await loadRows(store, {
		kind: 'orders',
		columns,
		rows: [
			['2025-01-01', 'X', '111'],
			['2025-01-01', 'Y', '42']
		]
	});
	expect(second).toMatchObject({ loaded: 0, updated: 1, unchanged: 1 });
	const orders = 'select day::varchar as day, shop, orders from orders order by 1, 2';
	expect(await asked(store, orders)).toEqual([
		{ day: '2025-01-01', shop: 'X', orders: 111 },
		{ day: '2025-01-01', shop: 'Y', orders: 42 },
		{ day: '2025-01-02', shop: 'X', orders: 7 }
	]);
	await undo(store, second.loadId, tester);
	expect((await asked<{ orders: number }>(store, orders)).map((row) => row.orders)).toEqual([
		100, 42, 7
	]);
	await undo(store, first.loadId, tester);
	expect(await asked(store, orders)).toEqual([]);
});
