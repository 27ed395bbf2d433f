import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { narrowed, widened } from '#lib/filter/change.ts';
import { parseFilter } from '#lib/filter/codec.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { sourceValues } from '#lib/server/questions/source-values.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

const person = { id: 'local', name: '', assurance: 'declared' } as const;

// Two real logs that end in different months, and the demo that ends earlier still.
let store: DuckDbWarehouse;
beforeAll(async () => {
	const a = { channel: 'A' };
	store = await openFixture(
		[
			{ source: 'mail', received: '2025-10-03 09:00', channel: 'B' },
			{ source: 'mail', received: '2025-11-03 09:00', ...a },
			{ source: 'mail', received: '2025-11-17 09:00', channel: 'B' },
			{ source: 'shop', received: '2025-06-02 09:00', ...a },
			{ source: 'demo', received: '2024-01-04 09:00', channel: 'B' },
			{ source: 'demo', received: '2024-02-02 09:00', ...a },
			{ source: 'demo', received: '2024-02-03 09:00', ...a },
			{ source: 'demo', received: '2024-02-04 09:00', ...a }
		],
		{ demo: ['demo'] }
	);
	serve(store);
});
afterAll(() => store.close());

async function values(address: string) {
	const { filter } = parseFilter(new URLSearchParams(address));
	return sourceValues(await scopeOf(person, widened(filter, 'source')));
}

describe('the logs one can choose', () => {
	it('are all of them, the demo included and named, though real logs hide it', async () => {
		expect(await values('period=all')).toEqual({
			values: [
				{ value: 'demo', cases: 4, demo: true },
				{ value: 'mail', cases: 3, demo: false },
				{ value: 'shop', cases: 1, demo: false }
			],
			total: 8
		});
		const { filter } = parseFilter(new URLSearchParams('period=all'));
		const scope = await scopeOf(person, filter);
		expect([scope.sources, scope.demo, scope.log?.cases]).toEqual([['mail', 'shop'], false, 4]);
	});

	it('are counted by the rest of the filter', async () => {
		const { values: counted } = await values('period=all&channel=A&source=shop');
		expect(counted.map(({ value, cases }) => [value, cases])).toEqual([
			['demo', 3],
			['mail', 1],
			['shop', 1]
		]);
	});

	it('open exactly the cases they count, each up to its own last day', async () => {
		const { filter } = parseFilter(new URLSearchParams('period=this-month'));
		const { values: counted } = await values('period=this-month');
		expect(counted.map(({ value, cases }) => [value, cases])).toEqual([
			['demo', 3],
			['mail', 2],
			['shop', 1]
		]);
		for (const { value, cases } of counted) {
			const [count] = await ask(
				await scopeOf(person, narrowed(filter, 'source', [value])),
				caseCount
			);
			expect(count?.cases, value).toBe(cases);
		}
	});
});
