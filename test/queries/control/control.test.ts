import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { namedFilter } from '#lib/server/questions/named-filter.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture(
		[
			{
				received: '2025-01-06 09:00',
				responded: '2025-01-06 09:10',
				resolved: '2025-01-06 10:00',
				category: 'A',
				satisfaction: 5,
				reopened_count: 0,
				cost: 10
			},
			{
				received: '2025-01-07 09:00',
				responded: '2025-01-07 09:30',
				resolved: '2025-01-07 12:00',
				category: 'A',
				satisfaction: 2,
				reopened_count: 2
			},
			{ received: '2025-01-31 23:59', category: 'B' },
			{ received: '2025-02-01 00:00', category: 'B', satisfaction: 4 },
			{ received: '2025-02-03 09:00', resolved: '2025-02-03 10:00', cost: 5 }
		],
		{
			asOf: '2025-02-28 23:59',
			orders: [
				{ day: '2025-01-31', orders: 100, shop: 'S' },
				{ day: '2025-02-01', orders: 50, shop: 'S' },
				{ day: '2025-02-01', orders: 7, shop: 'T' }
			]
		}
	);
});
afterAll(() => store.close());

async function ask(query: string, parameters: Record<string, string>) {
	const named = { ...namedFilter(emptyFilter, null, ['log']), order_source: ['log'] };
	const filters = { selection: named, before: named, ever: named, as_of_day: '2025-02-28' };
	return rowsOf<Record<string, unknown>>(
		await store.ask(`control/${query}`, { filters, parameters: { to_day: '31', ...parameters } })
	);
}

describe('periods', () => {
	it('counts and sums each month, an open case being longer than any resolved one', async () => {
		const [january, february] = await ask('periods', { step: 'month', dimension: 'none' });
		expect(january).toMatchObject({
			since: '2025-01-01',
			value: null,
			cases: 3,
			rated: 2,
			satisfied: 1,
			score_sum: 7,
			score_square_sum: 29,
			responded: 2,
			first_response_median: 20,
			cohort: 3,
			resolution_median: 180,
			reopen_known: 2,
			reopened: 1,
			costed: 1,
			cost: 10,
			cost_square_sum: 100
		});
		// One of two open: half is reached only between 60 minutes and never.
		expect(february).toMatchObject({ since: '2025-02-01', cases: 2, rated: 1, cost: 5 });
		expect(Number.isFinite(february?.resolution_median)).toBe(false);
	});

	it('goes by weeks from Monday, by days, and by the values of a dimension with the blank one', async () => {
		const weeks = await ask('periods', { step: 'week', dimension: 'none' });
		expect(weeks.map(({ since, cases }) => [since, cases])).toEqual([
			['2025-01-06', 2],
			['2025-01-27', 2],
			['2025-02-03', 1]
		]);
		const days = await ask('periods', { step: 'day', dimension: 'category' });
		expect(days.map(({ since, value }) => [since, value])).toEqual([
			['2025-01-06', 'A'],
			['2025-01-07', 'A'],
			['2025-01-31', 'B'],
			['2025-02-01', 'B'],
			['2025-02-03', null]
		]);
	});

	it('looks at the first days of each month alone where that is asked', async () => {
		const [january, february] = await ask('periods', {
			step: 'month',
			dimension: 'none',
			to_day: '6'
		});
		expect(january).toMatchObject({ since: '2025-01-01', cases: 1, rated: 1, satisfied: 1 });
		expect(february).toMatchObject({ since: '2025-02-01', cases: 2 });
		// The one of the 6th ended the same day; seen from the 7th both did, the second after 3 hours.
		expect(january?.resolution_median).toBe(60);
		const [seventh] = await ask('periods', { step: 'month', dimension: 'none', to_day: '7' });
		expect(seventh).toMatchObject({ cases: 2, cohort: 2, resolution_median: 120 });
	});

	it('counts what ended after the last of those days as not yet resolved', async () => {
		const late = await openFixture(
			[
				{ received: '2025-01-06 09:00', resolved: '2025-01-06 10:00' },
				{ received: '2025-01-06 09:00', resolved: '2025-01-07 09:00' },
				{ received: '2025-01-06 09:00', resolved: '2025-01-08 00:00' }
			],
			{ asOf: '2025-02-28 23:59' }
		);
		const named = { ...namedFilter(emptyFilter, null, ['log']), order_source: ['log'] };
		const filters = { selection: named, before: named, ever: named, as_of_day: '2025-02-28' };
		const medianTo = async (to_day: string) => {
			const parameters = { step: 'month', dimension: 'none', to_day };
			const answer = await late.ask('control/periods', { filters, parameters });
			return rowsOf<{ resolution_median: number }>(answer)[0]?.resolution_median;
		};
		expect(await medianTo('31')).toBe(1440);
		expect(await medianTo('7')).toBe(1440);
		expect(Number.isFinite(await medianTo('6'))).toBe(false);
		await late.close();
	});
});

describe('orders', () => {
	it('are those of all for a dimension orders do not know, and its own for shops', async () => {
		const all = await ask('orders', { step: 'month', dimension: 'category' });
		expect(all.map(({ since, value, orders }) => [since, value, orders])).toEqual([
			['2025-01-01', null, 100],
			['2025-02-01', null, 57]
		]);
		const early = await ask('orders', { step: 'month', dimension: 'none', to_day: '1' });
		expect(early.map(({ since, orders }) => [since, orders])).toEqual([['2025-02-01', 57]]);
		const shops = await ask('orders', { step: 'week', dimension: 'shop' });
		expect(shops).toEqual([
			{ since: '2025-01-27', value: 'S', orders: 150, days_with_orders: 2 },
			{ since: '2025-01-27', value: 'T', orders: 7, days_with_orders: 1 }
		]);
	});
});
