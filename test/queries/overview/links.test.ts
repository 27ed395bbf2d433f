import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseFilter } from '#lib/filter/codec.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { overviewFacts } from '#lib/server/questions/overview-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { overviewTiles } from '../../../src/routes/overview-tiles.ts';
import { fixtureZone, openFixture, serve } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture(
		[
			{
				received: '2025-02-20 09:00',
				responded: '2025-02-20 09:10',
				resolved: '2025-03-08 09:00',
				satisfaction: 4
			},
			{ received: '2025-02-22 09:00', satisfaction: 5 },
			{ received: '2025-03-01 09:00', resolved: '2025-03-02 09:00', satisfaction: 5 },
			{ received: '2025-03-02 09:00', satisfaction: 1 },
			{ received: '2025-03-03 09:00', state: 'time_missing' },
			// Its end lies before its receipt: it counts as ended, its time does not count.
			{ received: '2025-03-04 09:00', resolved: '2025-03-01 09:00', resolution_minutes: null }
		],
		{ asOf: '2025-03-11' }
	);
	serve(store);
});
afterAll(() => store.close());

const chosen: readonly Partial<Filter>[] = [
	{},
	{ states: ['open'] },
	{ states: ['resolved'] },
	{ scores: [4] },
	{ scores: [0, 1] },
	{ lacking: ['satisfaction'] },
	{ openOn: '2025-03-05' },
	{ openOn: '2025-03-10' }
];

it.each(chosen)('every tile opens the cases it counts: %j', async (choice) => {
	const filter: Filter = { ...emptyFilter, period: 'all', ...choice };
	const scope = await scopeOf(localPerson, filter);
	const facts = await overviewFacts(scope);
	if (!facts || !scope.log) throw new Error('the fixture has cases');
	const { sums, resolution, backlog } = facts.now;
	const counts = [
		sums.cases,
		sums.cases,
		sums.responded,
		(resolution?.resolved ?? 0) + (resolution?.open_cases ?? 0),
		sums.satisfied,
		sums.rated,
		sums.rated,
		backlog
	];
	const f = formats('en', fixtureZone);
	const tiles = overviewTiles({
		f,
		facts,
		filter,
		days: scope.log.days,
		kind: null,
		partial: undefined
	});
	expect(tiles).toHaveLength(counts.length);
	for (const [index, { name, href }] of tiles.entries()) {
		if (href === undefined) continue;
		const linked = parseFilter(new URL(href, 'http://localhost').searchParams).filter;
		const [opened] = await ask(await scopeOf(localPerson, linked), caseCount);
		expect([name, opened?.cases]).toEqual([name, counts[index]]);
	}
});
