import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { driverGroups } from '#lib/measures/driver-groups.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import * as drivers from '#lib/server/questions/drivers.ts';
import { driversFacts } from '#lib/server/questions/drivers-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

// February against January. Twenty-four cases of App and Logistics in January make one pair large enough
// to be kept; the others are too small.
const many = Array.from({ length: 24 }, (_, at): CaseValues => ({
	received: `2025-01-${String(at + 1).padStart(2, '0')} 09:00`,
	channel: 'App',
	category: '物流',
	satisfaction: at < 6 ? 2 : 4,
	finding: '属实',
	reopened_count: 0,
	resolved_outcome: at < 4 ? 'open_late' : at < 8 ? 'not_due' : 'met'
}));
const few: readonly CaseValues[] = [
	{
		channel: 'App',
		category: '物流',
		satisfaction: 1,
		cost: 10,
		finding: '不属实',
		resolved_outcome: 'breached'
	},
	{ channel: 'App', category: '售后', satisfaction: 5, cost: 30, finding: '部分属实' },
	{ channel: null, category: '售后', satisfaction: null, reopened_count: 2, finding: '无法核实' },
	{ channel: '电话', category: null, satisfaction: 3, reopened_count: 0 }
].map((values, at) => ({ received: `2025-02-1${at} 09:00`, ...values }));

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture([...many, ...few], {
		asOf: '2025-03-01',
		orders: [
			{ day: '2025-01-06', shop: 'A', orders: 100 },
			{ day: '2025-02-03', shop: 'A', orders: 30 },
			{ day: '2025-02-04', shop: 'B', orders: 20 }
		]
	});
	serve(store);
});
afterAll(() => store.close());

const february = { since: '2025-02-01', until: '2025-03-01' };
const scope = (filter: Partial<Filter> = {}) =>
	scopeOf(localPerson, {
		...emptyFilter,
		period: february,
		comparison: 'previous',
		...filter
	});

async function groupsOf(measure: string, filter: Partial<Filter> = {}) {
	const rows = await ask(await scope(filter), drivers.groups, { measure });
	return { rows, ...driverGroups(rows, filter.comparison === 'rest') };
}

describe('groups of a change', () => {
	it('counts all cases, every value with its blank group, and pairs that are large enough', async () => {
		const { all, singles, pairs } = await groupsOf('complaints');
		expect([all.now.cases, all.before.cases]).toEqual([4, 24]);
		const channel = singles.filter(({ dimension }) => dimension === 'channel');
		expect(channel.map(({ value, now, before }) => [value, now.cases, before.cases])).toEqual([
			['App', 2, 24],
			['电话', 1, 0],
			[null, 1, 0]
		]);
		expect(
			pairs.map(({ value, secondValue, now, before }) => [
				value,
				secondValue,
				now.cases,
				before.cases
			])
		).toEqual([['App', '物流', 1, 24]]);
	});

	it.each<[string, number, number, number, number]>([
		['dissatisfied', 3, 1, 24, 6],
		['satisfied', 3, 1, 24, 18],
		['satisfaction', 3, 9, 24, 84],
		// Cases of the last 30 days had no time to come back yet.
		['reopened', 0, 0, 24, 0],
		['upheld', 2, 1, 24, 24],
		['breached', 1, 1, 20, 4],
		['costly', 2, 1, 0, 0],
		['cost', 2, 40, 0, 0]
	])(
		'tells %s of the cases that have it alone',
		async (measure, cases, total, before, totalBefore) => {
			const { all } = await groupsOf(measure);
			expect([all.now.cases, all.now.total, all.before.cases, all.before.total]).toEqual([
				cases,
				total,
				before,
				totalBefore
			]);
		}
	);

	it('holds a selection against the other cases of the period, not against itself', async () => {
		const { all } = await groupsOf('satisfied', {
			comparison: 'rest',
			dimensions: { channel: ['App'] }
		});
		// Of two App cases one is satisfied; of the rest one is rated, a 3.
		expect([all.now.cases, all.now.total, all.before.cases, all.before.total]).toEqual([
			2, 1, 1, 0
		]);
	});

	it('has nothing to hold against where no selection is made', async () => {
		expect(await driversFacts(await scope({ comparison: 'rest' }), {})).toBe('selection');
		expect(await driversFacts(await scope({ comparison: 'none' }), {})).toBe('comparison');
	});
});

it('counts orders of both periods, by week, shop and product category', async () => {
	const rows = await ask(await scope(), drivers.orders);
	expect(
		rows.filter(({ dimension }) => dimension !== 'product_category').map(Object.values)
	).toEqual([
		[null, null, null, 50, 100, 2, 1],
		[null, null, '2025-01-06', 0, 100, 0, 1],
		[null, null, '2025-02-03', 50, 0, 2, 0],
		['shop', 'A', null, 30, 100, 1, 1],
		['shop', 'B', null, 20, 0, 1, 0]
	]);
});

it('tells how the counterpart varies, by week or day, leaving out values of few cases', async () => {
	const weeks = await ask(await scope(), drivers.variation, { measure: 'complaints' });
	const all = weeks.filter(({ dimension }) => dimension === null);
	// 1 January 2025 is a Wednesday: five days of that week, then 7, 7 and 5.
	expect(all.map(({ step, cases }) => [step, cases])).toEqual([
		['2024-12-30', 5],
		['2025-01-06', 7],
		['2025-01-13', 7],
		['2025-01-20', 5]
	]);
	expect(new Set(weeks.map(({ value }) => value))).toEqual(
		new Set([null, 'App', '物流', '属实'].filter((value) => value !== '属实'))
	);
});

describe('the parts of a difference', () => {
	it.each(['complaints', 'satisfied', 'satisfaction', 'dissatisfied'])(
		'of %s add up to it over every dimension',
		async (measure) => {
			for (const by of ['channel', 'category']) {
				const facts = await driversFacts(await scope(), { measure, by });
				if (facts === null || typeof facts === 'string') throw new Error('no facts');
				const sum = facts.parts.reduce((total, { contribution }) => total + contribution, 0);
				expect(facts.dimension).toBe(by);
				expect(sum).toBeCloseTo(facts.now - facts.before, 12);
				expect(facts.ranking.total.contribution).toBeCloseTo(facts.now - facts.before, 12);
			}
		}
	);

	it('counts complaints by days where orders cover a few days of each period only', async () => {
		const facts = await driversFacts(await scope(), { measure: 'complaints' });
		expect(facts).toMatchObject({ exposureUnit: 'days', now: 4 / 28, before: 24 / 31 });
	});
});
