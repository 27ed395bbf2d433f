import { afterEach, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { overviewFacts } from '#lib/server/questions/overview-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
afterEach(() => store.close());

async function factsOf(
	cases: Parameters<typeof openFixture>[0],
	options: Parameters<typeof openFixture>[1],
	filter: Partial<Filter> = {}
) {
	store = await openFixture(cases, options);
	serve(store);
	const facts = await overviewFacts(await scopeOf(localPerson, { ...emptyFilter, ...filter }));
	if (!facts) throw new Error('the fixture has cases');
	return facts;
}
const days = (month: string, from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => ({
		day: `${month}-${String(from + index).padStart(2, '0')}`,
		orders: 100
	}));

describe('the months of the overview', () => {
	it('have a rate only where orders cover the days the log tells of', async () => {
		const { months } = await factsOf(
			[
				{ received: '2025-01-21 09:00' },
				{ received: '2025-02-03 09:00' },
				{ received: '2025-03-02 09:00' }
			],
			{
				asOf: '2025-03-11',
				orders: [...days('2025-01', 21, 31), ...days('2025-02', 15, 28), ...days('2025-03', 1, 10)]
			}
		);
		// January from the first receipt, 11 days; half of February has no orders; March so far, 10 days.
		expect(months.map(({ rate }) => rate)).toEqual([
			(1 / 1100) * 10_000,
			null,
			(1 / 1000) * 10_000
		]);
	});

	it('carry what stays open over months without cases, and never count a case that ended before it came', async () => {
		const { months, now } = await factsOf(
			[
				{ received: '2025-01-21 09:00' },
				{ received: '2025-01-22 09:00', resolved: '2025-03-02 09:00' },
				{ received: '2025-04-03 09:00', resolved: '2025-03-30 09:00' }
			],
			{ asOf: '2025-05-01' }
		);
		expect(months.map(({ since, backlog }) => [since, backlog])).toEqual([
			['2025-01-01', 2],
			['2025-02-01', 2],
			['2025-03-01', 1],
			['2025-04-01', 1]
		]);
		expect(now.backlog).toBe(1);
	});

	it('are days where the chosen cases began two months ago, and only these days', async () => {
		const { days: shown } = await factsOf(
			[
				{ received: '2023-01-05 09:00', product: 'old' },
				{ received: '2025-04-20 09:00', product: 'new' }
			],
			{ asOf: '2025-05-03' },
			{ dimensions: { product: ['new'] } }
		);
		expect(shown?.[0]?.since).toBe('2025-04-01');
		expect(shown).toHaveLength(32);
	});
});
