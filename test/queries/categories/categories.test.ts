import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import {
	categoriesFacts,
	type CategoriesChoices,
	type CategoriesFacts
} from '#lib/server/questions/categories-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

// Ten cases worked out by hand. The log tells from 5 January up to 10 March 24:00; the period is
// 1–10 March, compared with 1–10 February.
const cases: readonly CaseValues[] = [
	{ received: '2025-01-05 09:00', category: '物流', subcategory: '延误' },
	{ received: '2025-02-03 09:00', category: '物流', subcategory: '延误', cost: 1000 },
	{ received: '2025-02-05 09:00', category: '物流', subcategory: '破损' },
	{ received: '2025-02-20 09:00', category: '售后', subcategory: '退款' },
	...[
		{ category: '物流', subcategory: '延误', cost: 10, priority: '一级', channel: 'App' },
		{ category: '物流', subcategory: '延误', cost: 20, priority: 'low', channel: 'App' },
		{ category: '物流', subcategory: '破损', priority: null, channel: '电话' },
		{ category: '售后', subcategory: '退款', cost: 5, priority: 'high', channel: '电话' },
		{ category: '其他', subcategory: null, cost: 100, priority: '怪', channel: null },
		{ category: null, subcategory: null, channel: 'App' }
	].map((values, at) => ({ received: `2025-03-0${at + 1} 09:00`, ...values }))
];

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture(cases, { asOf: '2025-03-11' });
	serve(store);
});
afterAll(() => store.close());

const march: Filter = {
	...emptyFilter,
	period: { since: '2025-03-01', until: '2025-03-11' },
	comparison: 'previous'
};

async function facts(
	choices: CategoriesChoices = {},
	filter: Filter = march
): Promise<CategoriesFacts> {
	const found = await categoriesFacts(await scopeOf(localPerson, filter), choices);
	if (!found) throw new Error('the fixture has cases');
	return found;
}

const amounts = ({ tree }: CategoriesFacts) => tree.map(({ key, amount }) => [key, amount]);

describe('the categories page', () => {
	it('ranks by cases, with "other" after every named category and the blank group last', async () => {
		const found = await facts();
		expect(amounts(found)).toEqual([
			['物流', 3],
			['售后', 1],
			['其他', 1],
			[null, 1]
		]);
		expect([found.cases, found.before]).toEqual([6, 2]);
		expect(found.tree[0]?.inside.map(({ key, cases }) => [key, cases])).toEqual([
			['延误', 2],
			['破损', 1]
		]);
	});

	it('ranks by the cost of the period and says how many cases have one', async () => {
		const found = await facts({ weight: 'cost' });
		expect(amounts(found)).toEqual([
			['物流', 30],
			['售后', 5],
			['其他', 100],
			[null, 0]
		]);
		expect(found.costed).toBe(4);
	});

	it('weighs urgent 8, high 4, low 1, and a grade nobody knows as a normal one', async () => {
		const found = await facts({ weight: 'severity' });
		expect(amounts(found)).toEqual([
			['物流', 8 + 1 + 2],
			['售后', 4],
			['其他', 2],
			[null, 2]
		]);
		expect(found.ungraded).toBe(3);
	});

	it('counts by cases where the weight asked for is none', async () => {
		expect((await facts({ weight: 'anger' })).weight).toBe('count');
		expect((await facts()).weights).toEqual(['count', 'cost', 'severity']);
	});

	it('looks into the first category that is a problem, or into the one asked for', async () => {
		expect((await facts()).inside).toBe('物流');
		expect((await facts({ inside: '售后' })).inside).toBe('售后');
		expect((await facts({ inside: 'unheard of' })).inside).toBe('物流');
	});

	it('shows the months up to the running one and judges none that is a part', async () => {
		const { step, grid } = await facts();
		expect(step).toBe('month');
		expect(grid.periods).toEqual([
			{ since: '2025-01-01', until: '2025-02-01', partial: true },
			{ since: '2025-02-01', until: '2025-03-01', partial: false },
			{ since: '2025-03-01', until: '2025-04-01', partial: true }
		]);
		expect(grid.totals).toEqual([1, 3, 6]);
		expect(grid.rows.map(({ group, counts }) => [group.key, counts])).toEqual([
			['物流', [1, 2, 3]],
			['售后', [0, 1, 1]],
			['其他', [0, 0, 1]],
			[null, [0, 0, 1]]
		]);
	});

	it('holds categories against another dimension without its blank group', async () => {
		const { cross } = await facts({ by: 'channel' });
		expect(cross?.columns.map(({ kind, key, cases }) => [kind, key, cases])).toEqual([
			['value', 'App', 3],
			['value', '电话', 2],
			['blank', null, 1]
		]);
		expect(cross?.rows.map(({ group, counts }) => [group.key, counts])).toEqual([
			['物流', [2, 1, 0]],
			['售后', [0, 1, 0]],
			['其他', [0, 0, 1]],
			[null, [1, 0, 0]]
		]);
		// [[2, 1], [0, 1]]: χ² = 4 · (2·1 − 1·0)² ÷ (3·1·2·2) = 4/3, V = √(4/3 ÷ 4).
		expect(cross?.cramersV).toBeCloseTo(Math.sqrt(1 / 3), 12);
	});

	it('takes subcategories for rows within one category', async () => {
		const found = await facts({ by: 'channel' }, { ...march, dimensions: { category: ['物流'] } });
		expect(found.level).toBe('subcategory');
		expect(found.grid.rows.map(({ group, counts }) => [group.key, counts])).toEqual([
			['延误', [1, 1, 2]],
			['破损', [0, 1, 1]]
		]);
		expect(found.cross?.rows.map(({ group, counts }) => [group.key, counts])).toEqual([
			['延误', [2, 0]],
			['破损', [0, 1]]
		]);
	});

	it('compares shares only where there is a period to compare with', async () => {
		expect((await facts({}, { ...march, comparison: 'none' })).moves).toBeNull();
		const { moves } = await facts();
		const late = moves?.moves.find(({ subcategory }) => subcategory === '延误');
		expect(late).toMatchObject({ cases: 2, before: 1, verdict: 'too_few' });
		expect(late?.difference).toBeCloseTo(2 / 6 - 1 / 2, 12);
		// Four categories; of subcategories only the two that are not all of their category.
		expect([moves?.categories, moves?.subcategories]).toEqual([4, 2]);
	});
});

describe('a short log', () => {
	it('is shown by weeks from Monday, and by days below a fortnight', async () => {
		const { periodsOf, stepOf } = await import('#lib/server/questions/categories-periods.ts');
		const days = { since: '2025-03-05', until: '2025-04-01' };
		const month = { firstDay: '2025-03-05', asOfDay: '2025-03-31', days };
		expect(stepOf(month)).toBe('week');
		expect(periodsOf(month, 'week').map(({ since, partial }) => [since, partial])).toEqual([
			['2025-03-03', true],
			['2025-03-10', false],
			['2025-03-17', false],
			['2025-03-24', false],
			['2025-03-31', true]
		]);
		const week = { ...month, asOfDay: '2025-03-07' };
		expect(stepOf(week)).toBe('day');
		expect(periodsOf(week, 'day').map(({ since }) => since)).toEqual([
			'2025-03-05',
			'2025-03-06',
			'2025-03-07'
		]);
	});
});

describe('the months of a long log', () => {
	const log = (since: string, until: string) => ({
		firstDay: '2022-11-19',
		asOfDay: '2025-11-18',
		days: { since, until }
	});

	it('are thirteen and end with the period, or with the running month right after it', async () => {
		const { periodsOf } = await import('#lib/server/questions/categories-periods.ts');
		const ends = (since: string, until: string) => {
			const periods = periodsOf(log(since, until), 'month');
			return [periods.length, periods[0]?.since, periods.at(-1)?.since, periods.at(-1)?.partial];
		};
		expect(ends('2024-11-01', '2025-11-01')).toEqual([13, '2024-11-01', '2025-11-01', true]);
		expect(ends('2024-01-01', '2025-01-01')).toEqual([13, '2023-12-01', '2024-12-01', false]);
		expect(ends('2022-11-19', '2023-02-01')).toEqual([3, '2022-11-01', '2023-01-01', false]);
		// All days of a log with one case dated eighty years ahead.
		expect(ends('2022-11-19', '2105-02-21')).toEqual([13, '2024-11-01', '2025-11-01', true]);
	});

	it('leave cases dated after the log out and count them', async () => {
		const { laterCases, periodsOf } = await import('#lib/server/questions/categories-periods.ts');
		const dated = { ...log('2022-11-19', '2105-02-21'), lastDay: '2105-02-20' };
		const counts = [
			{ name: '物流', since: '2025-11-01', cases: 7 },
			{ name: '物流', since: '2025-12-01', cases: 2 },
			{ name: null, since: '2105-02-01', cases: 1 }
		];
		expect(laterCases(dated, periodsOf(dated, 'month'), counts)).toEqual({
			days: { since: '2025-12-01', until: '2105-02-21' },
			cases: 3
		});
		// Of a period gone by the months after it are simply not shown.
		const past = { ...dated, ...log('2024-01-01', '2025-01-01') };
		expect(laterCases(past, periodsOf(past, 'month'), counts)).toBeNull();
	});
});
