import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shiftDay } from '#lib/filter/codec.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { initialDesign } from '#lib/measures/own-measure.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { boardOf } from '#lib/server/questions/board.ts';
import { controlChoices } from '#lib/server/questions/control-choices.ts';
import { controlPageFacts } from '#lib/server/questions/control-page.ts';
import { ownMonths } from '#lib/server/questions/own-trial.ts';
import { reviewOf } from '#lib/server/questions/review.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { targetsPageFacts } from '#lib/server/questions/targets-page.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { setTarget } from '#lib/server/record/targets.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

/** Two years, the last month running: one case and a hundred orders a day make 100 in 10,000. */
const [first, cases, days] = ['2023-01-01', 720, 720];
const lastDay = shiftDay(first, days - 1); // 20 December 2024

async function opened(daysWithOrders: number): Promise<DuckDbWarehouse> {
	const day = (at: number): string => shiftDay(first, at);
	// Answers are kept by data version and sources: each log has a name of its own.
	const source = `orders of ${daysWithOrders} days`;
	const store = await openFixture(
		Array.from({ length: cases }, (_, at) => ({
			source,
			received: `${day(at)} 09:00`,
			responded: `${day(at)} 10:00`,
			resolved: `${day(at)} 11:00`
		})),
		{
			asOf: shiftDay(lastDay, 1),
			orders: Array.from({ length: daysWithOrders }, (_, at) => ({
				source,
				day: day(at),
				orders: 100
			}))
		}
	);
	serve(store);
	return store;
}

/** The rate of the running month, quarter and year wherever it is told. */
async function ratesTold(): Promise<Readonly<Record<string, number | null | undefined>>> {
	const scope = await scopeOf(localPerson, { ...emptyFilter, period: 'all' });
	const { targets } = await targetsPageFacts(scope);
	const target = (span: string) => targets.find((one) => one.span === span)?.now;
	const chart = await controlPageFacts(
		scope,
		controlChoices((name) => (name === 'measure' ? 'complaint_rate' : null))
	);
	const own = await ownMonths(localPerson, { ...initialDesign, kind: 'rate', per: 'orders' });
	const board = await boardOf(localPerson, { month: null, sources: [] });
	const tile = board?.tiles.find(({ measure }) => measure === 'complaint_rate');
	const review = await reviewOf(localPerson, '2024-12-01');
	return {
		'target of the month': target('month'),
		'target of the quarter': target('quarter'),
		'target of the year': target('year'),
		'control chart': chart?.chart.values.at(-1),
		'own measure': own.months.at(-1)?.value,
		board: tile?.month === '2024-12-01' ? tile.value : null,
		review: review?.figures.find(({ measure }) => measure === 'complaint_rate')?.value
	};
}

describe('the rate of a running month', () => {
	let store: DuckDbWarehouse;
	beforeEach(async () => {
		await holdRecordInMemory();
		for (const [span, since] of [
			['month', '2024-12-01'],
			['quarter', '2024-10-01'],
			['year', '2024-01-01']
		] as const) {
			const measure = 'complaint_rate';
			await setTarget(localPerson, { measure, scope: null, span, since, value: 90 });
		}
	});
	afterEach(async () => {
		await store.close();
		await closeRecord();
	});

	it('is told everywhere where orders reach as far as the cases', async () => {
		store = await opened(days);
		const told = await ratesTold();
		expect(Object.values(told).map((rate) => Math.round(rate ?? NaN))).toEqual(Array(7).fill(100));
	});

	it('is told nowhere where the last ten days have cases and no orders yet', async () => {
		store = await opened(days - 10);
		expect(await ratesTold()).toEqual({
			'target of the month': null,
			'target of the quarter': null,
			'target of the year': null,
			'control chart': null,
			'own measure': null,
			board: null,
			review: null
		});
	});
});
