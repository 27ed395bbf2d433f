import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { namedFilter } from '#lib/server/questions/named-filter.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { openFixture } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture(
		[
			// 60 and 60.1 minutes are one step: round(200 · ln 60) = 819; 120 minutes: 957.
			{ received: '2025-01-06 09:00', responded: '2025-01-06 09:00', resolved: '2025-01-06 10:00' },
			{ received: '2025-01-07 09:00', resolved: '2025-01-07 10:00' },
			{ received: '2025-01-31 09:00', responded: '2025-01-31 10:00', resolved: '2025-01-31 11:00' },
			{ received: '2025-02-03 09:00' },
			// Ended, nobody knows when.
			{ received: '2025-02-04 09:00', state: 'time_missing' }
		],
		{ asOf: '2025-02-28 23:59' }
	);
});
afterAll(() => store.close());

async function times(step: string, time: string) {
	const ever = namedFilter(emptyFilter, null, ['log']);
	const answer = await store.ask('improvement/times', {
		filters: { selection: ever, ever, as_of_day: '2025-02-28' },
		parameters: { step, time }
	});
	return rowsOf(answer);
}

it('counts times of resolution by steps of half a percent, open cases without one', async () => {
	expect(await times('month', 'resolution')).toEqual([
		{ since: '2025-01-01', step: 819, cases: 2 },
		{ since: '2025-01-01', step: 957, cases: 1 },
		{ since: '2025-02-01', step: null, cases: 1 }
	]);
});

it('counts first responses from Monday on; up to a minute is one, none is none', async () => {
	expect(await times('week', 'first_response')).toEqual([
		{ since: '2025-01-06', step: 0, cases: 1 },
		{ since: '2025-01-27', step: 819, cases: 1 }
	]);
});
