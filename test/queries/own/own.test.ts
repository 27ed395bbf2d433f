import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { ownFiltersWithin, restsOn } from '#lib/filter/own-filters.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import { initialDesign, type OwnDesign } from '#lib/measures/own-measure.ts';
import { problemsOfCounts, type OwnProblem } from '#lib/measures/own-trial.ts';
import { ownTrial, type OwnTrial } from '#lib/server/questions/own-trial.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

const person = { id: 'me', name: 'Me', assurance: 'declared' } as const;
let store: DuckDbWarehouse;

// Ten cases: six in January (31 days), four in February until its 14th day.
beforeAll(async () => {
	const january = [
		{ received: '2025-01-01 09:00', responded: '2025-01-01 09:10', resolved: '2025-01-01 10:00' },
		{ received: '2025-01-05 09:00', responded: '2025-01-05 09:20', resolved: '2025-01-05 11:00' },
		{ received: '2025-01-09 09:00', responded: '2025-01-09 09:40', resolved: '2025-01-09 12:00' },
		{ received: '2025-01-13 09:00', responded: '2025-01-13 10:20' },
		{ received: '2025-01-20 09:00' },
		{ received: '2025-01-31 09:00', responded: '2025-01-31 09:30', resolved: '2025-01-31 13:00' }
	];
	const february = [
		{ received: '2025-02-02 09:00', responded: '2025-02-02 09:15', resolved: '2025-02-02 10:00' },
		{ received: '2025-02-03 09:00', responded: '2025-02-03 09:45', resolved: '2025-02-03 11:00' },
		{ received: '2025-02-10 09:00' },
		{ received: '2025-02-14 09:00' }
	];
	const channels = ['App', 'App', 'Web', 'App', 'Web', 'App', 'Web', 'App', 'App', 'Web'];
	const scores = [5, 4, 1, 2, null, 5, 3, 1, null, null];
	const amounts = [100, 50, null, 30, 20, 60, 10, null, null, 30];
	store = await openFixture(
		[...january, ...february].map((times, at) => ({
			...times,
			channel: channels[at],
			satisfaction: scores[at],
			amount: amounts[at]
		})),
		{
			asOf: '2025-02-15',
			orders: [...Array(45).keys()].map((day) => ({
				day: new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
				orders: 100
			}))
		}
	);
	serve(store);
	holdRecordInMemory();
});
afterAll(async () => {
	await closeRecord();
	await store.close();
});

const of = (choice: Partial<Filter>): Filter => ({ ...emptyFilter, ...choice });
function tried(
	design: Partial<OwnDesign>,
	basis: Partial<Filter> = {},
	part: Partial<Filter> = {}
): Promise<OwnTrial> {
	const draft = { basis: of(basis), part: of(part), unread: [] };
	return ownTrial(person, { ...draft, design: { ...initialDesign, ...design } }, null);
}
const values = ({ months }: OwnTrial) => months.map(({ value }) => value);

describe('an own measure over ten cases', () => {
	it('is a share: rated 4 or 5 of the rated', async () => {
		const trial = await tried({ kind: 'share' }, { having: ['satisfaction'] }, { scores: [4, 5] });
		expect(trial.problems).toEqual([]);
		// January: 5, 4, 1, 2, 5; February: 3, 1.
		expect(values(trial)).toEqual([3 / 5, 0]);
		expect(trial.total?.value).toBe(3 / 7);
		// Kept as a part of the denominator by its conditions, not only among the cases of today.
		expect(trial.design.part).toBe('score=4&score=5&has=satisfaction');
		// Wilson, 3 of 5: R prop.test(3, 5, correct = FALSE).
		expect(trial.months[0]?.lower).toBeCloseTo(0.2307, 4);
		expect(trial.months[0]?.upper).toBeCloseTo(0.8824, 4);
	});

	it('is a rate per 10,000 orders, or a day, of the running month by the days told so far', async () => {
		const byOrders = await tried(
			{ kind: 'rate', per: 'orders' },
			{ dimensions: { channel: ['App'] } }
		);
		// January: 4 on 31 × 100 orders; February: 2 on 14 × 100.
		expect(values(byOrders)).toEqual([(4 / 3_100) * 10_000, (2 / 1_400) * 10_000]);
		const daily = await tried({ kind: 'rate', per: 'day' }, { dimensions: { channel: ['App'] } });
		expect(values(daily)).toEqual([4 / 31, 2 / 14]);
		expect(daily.total?.value).toBeCloseTo(6 / 45, 12);
	});

	it('is a quantile of a time; open cases are not yet resolved', async () => {
		const response = await tried({ kind: 'quantile', time: 'first_response', quantile: '0.5' });
		// 10, 20, 30, 40, 80 and 15, 45.
		expect(values(response)).toEqual([30, 30]);
		const resolution = await tried({ kind: 'quantile', time: 'resolution', quantile: '0.5' });
		// 60, 120, 180, 240, open, open: halfway between 180 and 240; 60, 120, open, open: never.
		expect(values(resolution)).toEqual([210, null]);
		const ninetieth = await tried({ kind: 'quantile', time: 'first_response', quantile: '0.9' });
		// Place 4 × 0.9 = 3.6 after the first: 40 + 0.6 × 40; place 0.9: 15 + 0.9 × 30.
		expect(values(ninetieth)[0]).toBeCloseTo(64, 10);
		expect(values(ninetieth)[1]).toBeCloseTo(42, 10);
		// All seven 10, 15, 20, 30, 40, 45, 80: places 7/2 ± 1.96 √(7/4), rounded up: 1 and 7.
		expect(response.total).toMatchObject({ value: 30, lower: 10, upper: 80 });
	});

	it('is the mean of a number over the cases that have it', async () => {
		const trial = await tried({ kind: 'mean', number: 'amount' });
		expect(values(trial)).toEqual([52, 20]);
		expect(trial.months.map(({ cases }) => cases)).toEqual([5, 2]);
		// R t.test(c(10, 30)): 20 ± 12.706 × 14.142 / √2.
		expect(trial.months[1]?.upper).toBeCloseTo(147.062, 3);
	});

	it('is a ratio of two counts that need not be one within the other', async () => {
		const trial = await tried(
			{ kind: 'ratio' },
			{ dimensions: { channel: ['Web'] } },
			{ dimensions: { channel: ['App'] } }
		);
		expect(values(trial)).toEqual([4 / 2, 2 / 2]);
		expect(trial.problems).toEqual([]);
	});
});

describe('a senseless one', () => {
	const refusals: readonly [OwnProblem, () => Promise<OwnTrial>][] = [
		['no_cases', () => tried({}, { scores: [4], states: ['time_missing'] }, { scores: [4] })],
		['part_empty', () => tried({}, {}, { states: ['unknown'] })],
		['same_cases', () => tried({}, { having: ['satisfaction'] }, { scores: [1, 2, 3, 4, 5] })],
		[
			'not_a_part',
			() =>
				tried({}, { dimensions: { channel: ['App'] } }, { dimensions: { channel: ['App', 'Web'] } })
		],
		['column_missing', () => tried({ kind: 'mean', number: 'cost' })],
		['column_missing', () => tried({ kind: 'quantile', time: 'first_response_working' })],
		['never_reached', () => tried({ kind: 'quantile', time: 'resolution', quantile: '0.95' })],
		['unknown_values', () => tried({}, { dimensions: { channel: ['Fax'] } }, { scores: [1] })],
		['fixed_days', () => tried({}, { period: 'last-month' }, { scores: [1] })],
		['fixed_days', () => tried({}, {}, { openOn: '2025-01-31' })],
		['other_logs', () => tried({}, { sources: ['log'] }, { scores: [1] })]
	];
	it.each(refusals)('is refused: %s', async (problem, make) => {
		expect((await make()).problems).toEqual([problem]);
	});

	it('is no rate by orders of a log without orders', () => {
		const counts = { basis: 9, part: 9, shared: 9, counted: 0, hasValue: false, orders: 0 };
		const rate = { ...initialDesign, kind: 'rate' } as const;
		expect(problemsOfCounts({ ...rate, per: 'orders' }, counts)).toEqual(['orders_missing']);
		expect(problemsOfCounts({ ...rate, per: 'day' }, counts)).toEqual([]);
	});

	it('is warned of where it says little', async () => {
		const few = await tried({ kind: 'mean', number: 'satisfaction' }, { scores: [1, 2] });
		expect(few.warnings).toEqual(['few_cases', 'short_history', 'cut_by_itself']);
		const partly = await tried({ kind: 'mean', number: 'amount' });
		expect(partly.warnings).toContain('partly_told');
	});
});

it('opens exactly the cases its number counts, also within the choice of a page', async () => {
	const design = {
		...initialDesign,
		kind: 'quantile',
		time: 'resolution',
		basis: selectionKey(of({ dimensions: { channel: ['App', 'Web'] } }))
	} as const;
	const page = of({ period: { since: '2025-01-01', until: '2025-02-01' } });
	const within = ownFiltersWithin({ ...page, dimensions: { channel: ['App'] } }, design);
	if (typeof within === 'string') throw new Error(within);
	const { log, warehouse } = await scopeOf(person, restsOn(design, within));
	const answer = await warehouse.ask('cases/count', { filters: log!.filters });
	// January, App: 60, 120, open, 240.
	expect(answer.values[0]).toEqual([4]);
});
