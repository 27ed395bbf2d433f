import {
	Bool,
	DateDay,
	Dictionary,
	Float64,
	Int32,
	Int64,
	Table,
	TimestampMillisecond,
	Utf8,
	tableToIPC,
	vectorFromArray,
	type Vector
} from 'apache-arrow';
import { expect, test } from 'vitest';
import { decodeArrow } from '#lib/charts/arrow.ts';
import { arrowOf } from '#lib/server/questions/arrow.ts';

const decoded = (vectors: Record<string, Vector>) =>
	decodeArrow(tableToIPC(new Table(vectors), 'stream'));

test('a missing number becomes NaN, never 0', () => {
	const { columns, rows } = decoded({ n: vectorFromArray([1.5, null, 0], new Float64()) });
	expect(rows).toBe(3);
	expect(columns['n']).toBeInstanceOf(Float64Array);
	expect([...(columns['n'] ?? [])]).toEqual([1.5, Number.NaN, 0]);
});

test('whole numbers of 32 and 64 bits become plain numbers', () => {
	const { columns } = decoded({
		small: vectorFromArray([7, null], new Int32()),
		large: vectorFromArray([9_007_199_254_740_991n, null], new Int64())
	});
	expect([...(columns['small'] ?? [])]).toEqual([7, Number.NaN]);
	expect([...(columns['large'] ?? [])]).toEqual([9_007_199_254_740_991, Number.NaN]);
});

test('dictionary text keeps null apart from an empty text', () => {
	const { columns } = decoded({
		category: vectorFromArray(['物流', null, '', '物流'], new Dictionary(new Utf8(), new Int32()))
	});
	expect(columns['category']).toEqual(['物流', null, '', '物流']);
});

test('a business day stays that day', () => {
	const { columns } = decoded({
		day: vectorFromArray([new Date('2025-11-01T00:00:00Z'), null], new DateDay())
	});
	expect(columns['day']).toEqual(['2025-11-01', null]);
});

test('an instant stays milliseconds and a flag is 0 or 1', () => {
	const { columns } = decoded({
		at: vectorFromArray([1_762_000_000_000, null], new TimestampMillisecond()),
		open: vectorFromArray([true, false], new Bool())
	});
	expect([...(columns['at'] ?? [])]).toEqual([1_762_000_000_000, Number.NaN]);
	expect([...(columns['open'] ?? [])]).toEqual([1, 0]);
});

test('what the server encodes comes back as it was, an answer without rows with its columns', () => {
	const columns = [
		{ name: 'day', kind: 'day' },
		{ name: 'category', kind: 'text' },
		{ name: 'cases', kind: 'number' }
	] as const;
	const full = decodeArrow(
		arrowOf({
			columns,
			rowCount: 2,
			values: [
				['2024-02-29', null],
				['物流', null],
				[3, null]
			]
		})
	);
	expect(full.columns['day']).toEqual(['2024-02-29', null]);
	expect(full.columns['category']).toEqual(['物流', null]);
	expect([...(full.columns['cases'] ?? [])]).toEqual([3, Number.NaN]);

	const empty = decodeArrow(arrowOf({ columns, rowCount: 0, values: [[], [], []] }));
	expect(empty.rows).toBe(0);
	expect(Object.keys(empty.columns)).toEqual(['day', 'category', 'cases']);
	expect(empty.columns['category']).toEqual([]);
	expect(empty.columns['cases']).toHaveLength(0);
});
