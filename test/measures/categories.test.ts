import { describe, expect, it } from 'vitest';
import {
	categoryTree,
	foldedKey,
	ranked,
	valuesOf,
	vitalFew
} from '#lib/measures/category-tree.ts';
import { crossGrid } from '#lib/measures/cross-grid.ts';
import { meansOther } from '#lib/measures/other-values.ts';
import { periodGrid } from '#lib/measures/period-grid.ts';
import { shareMoves } from '#lib/measures/share-moves.ts';

describe('"other"', () => {
	it.each([
		'其他',
		'其它问题',
		'其他類別',
		'Other',
		' others ',
		'Other issues',
		'Misc.',
		'Outros',
		'（其他）'
	])('%s is a left-over', (value) => expect(meansOther(value)).toBe(true));
	it.each(['其他银行账户', 'Other bank account', 'Another', 'Mother and child', '其'])(
		'%s names something',
		(value) => expect(meansOther(value)).toBe(false)
	);
});

const problem = (
	category: string | null,
	subcategory: string | null,
	cases: number,
	before = 0
) => ({
	category,
	subcategory,
	cases,
	before,
	amount: cases
});

describe('a tree of categories', () => {
	it('folds what is beyond the most it may hold and loses no case', () => {
		const many = Array.from({ length: 100 }, (_, at) => problem(`c${at}`, null, 100 - at));
		const tree = categoryTree([...many, problem('其他', null, 500), problem(null, null, 7)], {
			categories: 60,
			subcategories: 5
		});
		expect(tree).toHaveLength(62);
		expect(tree.slice(59).map(({ key, values }) => [key, values])).toEqual([
			[foldedKey, 41],
			['其他', 1],
			[null, 1]
		]);
		expect(tree.reduce((sum, { cases }) => sum + cases, 0)).toBe(5050 + 507);
		expect(valuesOf(tree[59]!)).toHaveLength(41);
	});

	it('folds what was folded before into the one rest', () => {
		const many = Array.from({ length: 30 }, (_, at) => problem(`c${at}`, null, 30 - at));
		const tree = categoryTree(many, { categories: 10, subcategories: 5 });
		// 30 … 22 stay; 21 values with 1 + … + 21 = 231 cases are one, more than any other.
		expect(ranked(tree, 10).map(({ cases }) => cases)).toEqual([
			...[30, 29, 28, 27, 26, 25, 24, 23, 22],
			231
		]);
		const again = ranked(tree, 4);
		expect(again.map(({ key, values, cases }) => [key, values, cases])).toEqual([
			['c0', 1, 30],
			['c1', 1, 29],
			['c2', 1, 28],
			[foldedKey, 27, 231 + 27 + 26 + 25 + 24 + 23 + 22]
		]);
	});

	it('counts the few that make up 80 % over all categories, without left-overs', () => {
		const few = [problem('a', 'x', 30), problem('a', 'y', 20), problem('b', null, 30)];
		expect(vitalFew([...few, problem('其他', null, 20)])).toEqual({ count: 2, share: 0.8 });
		expect(vitalFew([...few, problem('c', null, 20)])).toEqual({ count: 2, share: 0.8 });
		expect(vitalFew([problem('a', null, 7), problem(null, null, 3)])).toBeNull();
		const even = Array.from({ length: 100 }, (_, at) => problem(`c${at}`, null, 1));
		expect(vitalFew(even)).toEqual({ count: 80, share: 0.8 });
	});

	it('has no address for more folded values than one can hold', () => {
		const many = Array.from({ length: 200 }, (_, at) => problem(`c${at}`, null, 1));
		const tree = categoryTree(many, { categories: 60, subcategories: 5 });
		expect(valuesOf(tree.at(-1)!)).toBeNull();
		expect(tree.at(-1)?.values).toBe(141);
	});

	it('has nothing inside a category whose cases have no subcategory', () => {
		const [first, second] = categoryTree(
			[problem('a', null, 3), problem('b', null, 1), problem('b', 'x', 1)],
			{ categories: 5, subcategories: 5 }
		);
		expect(first?.inside).toEqual([]);
		expect(second?.inside.map(({ key }) => key)).toEqual(['x', null]);
		expect(valuesOf(second!.inside[1]!)).toEqual(['']);
	});
});

describe('a grid of periods', () => {
	const months = ['01', '02', '03', '04', '05', '06'].map((month, at) => ({
		since: `2025-${month}-01`,
		until: `2025-0${at + 2}-01`,
		partial: at === 5
	}));
	const counts = months.flatMap(({ since }, at) => [
		{ name: 'a', since, cases: at === 4 ? 30 : 10 },
		{ name: 'b', since, cases: at === 4 ? 70 : 90 }
	]);

	it('judges a month against the other whole months, never the running one', () => {
		const { rows } = periodGrid(counts, months, 10);
		const a = rows.find(({ group }) => group.key === 'a');
		// 30 of 100 against 40 of 400: 0.2 ÷ √(0.14 · 0.86 · (1/100 + 1/400)).
		expect(a?.z[4]).toBeCloseTo(5.15539, 4);
		expect(a?.z[5]).toBeNull();
	});

	it('judges nothing by fewer than four whole months, and folds rows', () => {
		const { rows, totals } = periodGrid(counts, months.slice(0, 3), 1);
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({
			group: { key: foldedKey, values: 2, folded: ['b', 'a'], cases: 300 },
			counts: [100, 100, 100],
			z: [null, null, null]
		});
		expect(totals).toEqual([100, 100, 100]);
	});
});

describe('a grid of two dimensions', () => {
	const cell = (name: string | null, value: string | null, cases: number) => ({
		name,
		kind: value === null ? 'blank' : 'value',
		value,
		cases
	});

	it('says how far a cell is from what was expected, where five or more were', () => {
		const { rows, cramersV, columns } = crossGrid(
			[
				cell('a', 'x', 20),
				cell('a', 'y', 10),
				cell('b', 'x', 10),
				cell('b', 'y', 20),
				cell('b', null, 900),
				cell(null, 'x', 50)
			],
			10
		);
		expect(columns.map(({ key }) => key)).toEqual(['x', 'y', null]);
		const a = rows.find(({ group }) => group.key === 'a');
		expect(a?.expected).toEqual([15, 15, null]);
		// 5 ÷ √(15 · ½ · ½); χ² = 4 · 25 ÷ 15, V = √(χ² ÷ 60) = 1/3.
		expect(a?.z[0]).toBeCloseTo(2.58199, 5);
		expect(cramersV).toBeCloseTo(1 / 3, 12);
		expect(rows.at(-1)?.z).toEqual([null, null, null]);
	});

	it('judges no cell where fewer than five were expected', () => {
		const { rows } = crossGrid(
			[cell('a', 'x', 4), cell('a', 'y', 0), cell('b', 'x', 0), cell('b', 'y', 4)],
			10
		);
		expect(rows.flatMap(({ z }) => z)).toEqual([null, null, null, null]);
		expect(rows[0]?.expected).toEqual([2, 2]);
	});

	it('has no strength where there is one value only', () => {
		expect(crossGrid([cell('a', 'x', 9), cell('b', 'x', 9)], 10).cramersV).toBeNull();
		expect(crossGrid([], 10)).toEqual({ columns: [], rows: [], cramersV: null });
	});
});

describe('shares that moved', () => {
	it('puts the subcategories that moved most under their categories and counts what is left out', () => {
		const rows = [
			problem('a', 'up', 300, 100),
			problem('a', 'same', 100, 100),
			problem('b', 'down', 100, 300),
			problem('b', 'same', 100, 100),
			problem('c', 'only', 50, 50)
		];
		const { moves, categories, subcategories, found } = shareMoves(rows, 2);
		expect(moves.map(({ category, subcategory }) => [category, subcategory])).toEqual([
			['a', undefined],
			['a', 'up'],
			['b', undefined],
			['b', 'down']
		]);
		expect(moves[0]).toMatchObject({ cases: 400, before: 200, verdict: 'up' });
		expect(moves[0]?.difference).toBeCloseTo(400 / 650 - 200 / 650, 12);
		expect([categories, subcategories, found]).toEqual([3, 4, 4]);
	});

	it('does not ask whether the only category moved', () => {
		const { moves, categories } = shareMoves(
			[problem('a', 'x', 30, 10), problem('a', 'y', 10, 10)],
			5
		);
		expect(categories).toBe(0);
		expect(moves.map(({ subcategory }) => subcategory)).toEqual(['x', 'y']);
	});
});
