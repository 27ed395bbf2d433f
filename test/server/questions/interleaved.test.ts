import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { namedFilter } from '#lib/server/questions/named-filter.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture([
		{
			received: '2025-01-05 10:00',
			responded: '2025-01-05 10:30',
			category: 'Returns',
			satisfaction: 5
		},
		{ received: '2025-01-31 23:59', category: 'Refund', satisfaction: 2 },
		{ received: '2025-02-01 00:00', responded: '2025-02-01 04:00', channel: 'App' },
		{ received: '2025-02-10 09:00', category: 'Returns', channel: 'App' }
	]);
});
afterAll(() => store.close());

const filters: readonly Partial<Filter>[] = [
	{ dimensions: { category: ['Returns'] } },
	{ dimensions: { category: [''] } },
	{ scores: [2] },
	{ dimensions: { channel: ['App'] } },
	{}
];

async function answerTo(which: number): Promise<unknown> {
	const selection = namedFilter({ ...emptyFilter, ...filters[which] }, null, ['log']);
	return (await store.ask('scope/log_span', { filters: { selection } })).values;
}

it('a thousand interleaved asks under different filters equal their answers asked alone', async () => {
	const alone: unknown[] = [];
	for (const which of filters.keys()) alone.push(await answerTo(which));
	expect(new Set(alone.map((answer) => JSON.stringify(answer))).size).toBe(filters.length);
	const asked = Array.from(
		{ length: 1000 },
		(_, index) => (index * 7 + (index % 3)) % filters.length
	);
	const together = await Promise.all(asked.map(answerTo));
	expect(together).toEqual(asked.map((which) => alone[which]));
}, 180_000);
