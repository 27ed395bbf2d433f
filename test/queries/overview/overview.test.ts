import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { overviewFacts, type OverviewFacts } from '#lib/server/questions/overview-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { kaplanMeier } from '#lib/statistics/survival/kaplan-meier.ts';
import { survivalQuantile } from '#lib/statistics/survival/survival-quantile.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

// Ten cases worked out by hand. The log tells up to 10 March 24:00; the period is 1–10 March, compared
// with 1–10 February.
const cases: readonly CaseValues[] = [
	{
		received: '2025-02-03 09:00',
		responded: '2025-02-03 09:10',
		resolved: '2025-02-04 09:00',
		category: '物流',
		subcategory: '延误',
		satisfaction: 4
	},
	{
		received: '2025-02-05 09:00',
		responded: '2025-02-05 09:30',
		resolved: '2025-02-05 21:00',
		category: '物流',
		subcategory: '破损',
		satisfaction: 2
	},
	{
		received: '2025-02-20 09:00',
		responded: '2025-02-20 10:00',
		category: '物流',
		subcategory: '延误'
	},
	{
		received: '2025-03-01 00:00',
		responded: '2025-03-01 00:20',
		resolved: '2025-03-01 12:00',
		category: '物流',
		subcategory: '延误',
		satisfaction: 5
	},
	{
		received: '2025-03-02 09:00',
		responded: '2025-03-02 10:00',
		resolved: '2025-03-03 09:00',
		category: '物流',
		subcategory: '延误',
		satisfaction: 4
	},
	{
		received: '2025-03-03 09:00',
		responded: '2025-03-03 09:40',
		category: '售后',
		subcategory: null
	},
	{
		received: '2025-03-04 09:00',
		resolved: '2025-03-06 09:00',
		category: '售后',
		subcategory: '退款',
		satisfaction: 1
	},
	{ received: '2025-03-05 09:00', state: 'time_missing', category: null, subcategory: null },
	{
		received: '2025-03-09 09:00',
		responded: '2025-03-09 12:00',
		category: '售后',
		subcategory: '退款'
	},
	{ received: '2025-03-10 23:00', category: '物流', subcategory: '延误', satisfaction: 3 }
];
const daily = (month: string, from: number, to: number, orders: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => ({
		day: `2025-${month}-${String(from + index).padStart(2, '0')}`,
		orders
	}));

let store: DuckDbWarehouse;
let facts: OverviewFacts;
beforeAll(async () => {
	store = await openFixture(cases, {
		asOf: '2025-03-11',
		orders: [...daily('02', 1, 28, 100), ...daily('03', 1, 10, 200)]
	});
	serve(store);
	const filter = {
		...emptyFilter,
		period: { since: '2025-03-01', until: '2025-03-11' },
		comparison: 'previous' as const
	};
	const found = await overviewFacts(await scopeOf(localPerson, filter));
	if (!found) throw new Error('the fixture has cases');
	facts = found;
});
afterAll(() => store.close());

describe('the overview', () => {
	it('counts the cases received in the period, and in as many days of the month before', () => {
		expect(facts.now.sums.cases).toBe(7);
		expect(facts.before?.sums.cases).toBe(2);
	});

	it('takes median and p90 of the first responses that are there', () => {
		// 20, 40, 60, 180 minutes: type 7.
		expect(facts.now.sums.responded).toBe(4);
		expect(facts.now.sums.first_response_median).toBe(50);
		expect(facts.now.sums.first_response_p90).toBeCloseTo(144, 9);
	});

	it('never counts an unrated case as zero', () => {
		expect(facts.now.sums).toMatchObject({
			rated: 4,
			satisfied: 2,
			score_sum: 13,
			score_square_sum: 51
		});
	});

	it('reads resolution by cohort, open cases censored at the as-of instant', () => {
		// Resolved after 12, 24, 48 h; open at 183, 39 and 1 h of age; time missing is left out.
		const curve = kaplanMeier({
			duration: [720, 1440, 2880, 183 * 60, 39 * 60, 60],
			event: [1, 1, 1, 0, 0, 0]
		});
		expect(facts.now.resolution).toEqual({
			span: 'now',
			resolved: 3,
			open_cases: 3,
			resolution_median: survivalQuantile(curve, 0.5).value,
			resolution_p90: survivalQuantile(curve, 0.9).value
		});
		expect(facts.now.resolution?.resolution_median).toBe(2880);
		expect(facts.now.resolution?.resolution_p90).toBeNull();
	});

	it('divides by the orders of the same days', () => {
		expect(facts.now.rate).toBe((7 / 2000) * 10_000);
		expect(facts.before?.rate).toBe((2 / 1000) * 10_000);
	});

	it('counts what was open at the end of the last day, whenever it was received', () => {
		// 20 February, 3 March, 9 March, 10 March.
		expect(facts.now.backlog).toBe(4);
		// On 10 February both cases of early February had ended.
		expect(facts.before?.backlog).toBe(0);
	});

	it('shows every month up to the as-of day and marks the last as running', () => {
		expect(facts.running).toBe(true);
		expect(
			facts.months.map(({ since, cases, casesToDay, backlog }) => [
				since,
				cases,
				casesToDay,
				backlog
			])
		).toEqual([
			['2025-02-01', 3, 2, 1],
			['2025-03-01', 7, 7, 4]
		]);
	});

	it('compares problems by their counts in both periods, the blank ones too', () => {
		const late = facts.changes.find(({ subcategory }) => subcategory === '延误');
		expect(late).toMatchObject({ category: '物流', cases: 3, before: 1, verdict: 'too_few' });
		expect(late?.difference).toBeCloseTo(3 / 7 - 1 / 2, 12);
		expect(facts.changes.find(({ category }) => category === null)).toMatchObject({
			cases: 1,
			before: 0
		});
		expect(facts.problems).toBe(5);
	});
});
