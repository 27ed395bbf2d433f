import { tableFromIPC, type Table } from 'apache-arrow';
import { expect, test } from 'vitest';
import { arrowOf } from '#lib/server/questions/arrow.ts';

const cellsOf = (table: Table, name: string): unknown[] => {
	const vector = table.getChild(name);
	return Array.from({ length: table.numRows }, (_, at): unknown => vector?.get(at));
};

test('what is encoded comes back as it was, missing cells missing', () => {
	const table = tableFromIPC(
		arrowOf({
			columns: [
				{ name: 'day', kind: 'day' },
				{ name: 'at', kind: 'instant' },
				{ name: 'category', kind: 'text' },
				{ name: 'cases', kind: 'number' },
				{ name: 'open', kind: 'boolean' },
				{ name: 'stages', kind: 'json' }
			],
			rowCount: 2,
			values: [
				['2024-02-29', null],
				[1_762_000_000_000, null],
				['物流', ''],
				[9_007_199_254_740_991, null],
				[true, false],
				[{ a: [1] }, null]
			]
		})
	);
	// A business day is midnight UTC of that calendar day.
	expect(cellsOf(table, 'day')).toEqual([Date.UTC(2024, 1, 29), null]);
	expect(cellsOf(table, 'at')).toEqual([1_762_000_000_000, null]);
	expect(cellsOf(table, 'category')).toEqual(['物流', '']);
	expect(cellsOf(table, 'cases')).toEqual([9_007_199_254_740_991, null]);
	expect(cellsOf(table, 'open')).toEqual([true, false]);
	expect(cellsOf(table, 'stages')).toEqual(['{"a":[1]}', null]);
});

test('an answer without rows keeps its columns', () => {
	const columns = [
		{ name: 'day', kind: 'day' },
		{ name: 'cases', kind: 'number' }
	] as const;
	const empty = tableFromIPC(arrowOf({ columns, rowCount: 0, values: [[], []] }));
	expect(empty.numRows).toBe(0);
	expect(empty.schema.fields.map(({ name }) => name)).toEqual(['day', 'cases']);
});
