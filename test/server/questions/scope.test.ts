import { afterEach, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
afterEach(() => store.close());

async function scope(
	cases: Parameters<typeof openFixture>[0],
	options: Parameters<typeof openFixture>[1] = {},
	filter: Partial<Filter> = {}
) {
	store = await openFixture(cases, options);
	serve(store);
	return scopeOf(localPerson, { ...emptyFilter, ...filter });
}

it('ends a log that names no as-of instant with its last day', async () => {
	const { log } = await scope([{ received: '2025-01-05 10:00' }, { received: '2025-01-20 23:30' }]);
	expect(log).toMatchObject({ firstDay: '2025-01-05', asOfDay: '2025-01-20' });
});

it('takes an as-of of midnight as the end of the day before', async () => {
	const { log } = await scope([{ received: '2025-01-05 10:00' }], { asOf: '2025-02-01' });
	expect(log?.asOfDay).toBe('2025-01-31');
});

it('shows every real log, the demo only where there is no other or where it is asked for', async () => {
	const cases = [
		{ received: '2025-01-05 10:00', source: 'demo' },
		{ received: '2025-01-06 10:00', source: 'own' }
	];
	const both = await scope(cases, { demo: ['demo'] });
	expect([both.sources, both.demo, both.log?.cases]).toEqual([['own'], false, 1]);
	const named = await scopeOf(localPerson, { ...emptyFilter, sources: ['demo'] });
	expect([named.sources, named.demo, named.log?.firstDay]).toEqual([['demo'], true, '2025-01-05']);
	expect((await scopeOf(localPerson, { ...emptyFilter, sources: ['gone'] })).log).toBeNull();
});

it('keeps one wrong date from moving every period; all cases stay in "all"', async () => {
	const cases = [
		{ received: '2025-01-05 10:00' },
		{ received: '2025-02-05 10:00' },
		{ received: '2105-02-20 23:30' }
	];
	const { log } = await scope(cases, { asOf: '2025-03-01' });
	expect([log?.cases, log?.asOfDay, log?.days]).toEqual([
		3,
		'2025-02-28',
		{ since: '2025-01-05', until: '2025-03-01' }
	]);
	const all = await scopeOf(localPerson, { ...emptyFilter, period: 'all' });
	expect(all.log?.days).toEqual({ since: '2025-01-05', until: '2105-02-21' });
});

/** Orders the questions see, by the sources a filter sends. */
function ordersSeen(found: Awaited<ReturnType<typeof scopeOf>>): unknown {
	return (found.log?.filters.selection as { order_source?: unknown }).order_source;
}

it('counts orders that came under a name of their own for every real log, and shows no log for them', async () => {
	const found = await scope([{ received: '2025-01-05 10:00', source: 'own' }], {
		orders: [{ day: '2025-01-05', orders: 10, source: 'shop orders' }]
	});
	expect(found.sources).toEqual(['own']);
	expect(found.allSources.map(({ source }) => source)).toEqual(['own']);
	expect(ordersSeen(found)).toEqual(['shop orders']);
	expect(found.ordersCoverSources).toBe(true);
});

it('keeps the demo in view when only orders were brought, and its orders apart', async () => {
	const found = await scope([{ received: '2025-01-05 10:00', source: 'demo' }], {
		demo: ['demo'],
		orders: [
			{ day: '2025-01-05', orders: 10, source: 'shop orders' },
			{ day: '2025-01-05', orders: 20, source: 'demo' }
		]
	});
	expect(found.demo).toBe(true);
	expect(ordersSeen(found)).toEqual(['demo']);
});

it('says that orders do not cover the logs where one has its own and another none', async () => {
	const cases = [
		{ received: '2025-01-05 10:00', source: 'a' },
		{ received: '2025-01-06 10:00', source: 'b' }
	];
	const found = await scope(cases, { orders: [{ day: '2025-01-05', orders: 10, source: 'a' }] });
	expect(found.ordersCoverSources).toBe(false);
	const alone = await scopeOf(localPerson, { ...emptyFilter, sources: ['a'] });
	expect([alone.ordersCoverSources, ordersSeen(alone)]).toEqual([true, ['a']]);
});

it('compares with nothing where the days before lie between two logs', async () => {
	const cases = [
		{ received: '2020-01-05 10:00', source: 'old' },
		{ received: '2023-08-05 10:00', source: 'new' }
	];
	const both = await scope(cases, { asOf: '2023-09-01' });
	expect(both.log?.comparison).toBeNull();
	expect(both.log?.days.until).toBe('2023-09-01');
});
