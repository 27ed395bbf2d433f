import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseFilter } from '#lib/filter/codec.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { casesHref } from '#lib/filter/href.ts';
import { formats } from '#lib/format/formats.ts';
import { controlMeasureIds, type ControlMeasureId } from '#lib/measures/control-measures.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { controlChoices } from '#lib/server/questions/control-choices.ts';
import { controlPageFacts } from '#lib/server/questions/control-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { casesOf } from '../../../src/routes/control/control-view.ts';
import { fixtureZone, openFixture, serve } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture(
		[
			{
				received: '2025-01-10 09:00',
				responded: '2025-01-10 09:10',
				resolved: '2025-01-12 09:00',
				first_response_outcome: 'met',
				resolved_outcome: 'met',
				satisfaction: 2,
				reopened_count: 1,
				cost: 3
			},
			{
				received: '2025-01-11 09:00',
				first_response_outcome: 'open_late',
				resolved_outcome: 'not_due',
				reopened_count: 0
			},
			{
				received: '2025-02-05 09:00',
				responded: '2025-02-06 09:00',
				first_response_outcome: 'breached',
				resolved_outcome: 'no_time',
				satisfaction: 3,
				reopened_count: 2
			},
			// Thirty days before the as-of day, the last that is old enough; and the day after.
			{ received: '2025-02-18 09:00', resolved_outcome: 'breached', reopened_count: 1 },
			{ received: '2025-02-19 00:00', resolved_outcome: 'met', reopened_count: 1 },
			{ received: '2025-03-03 09:00', resolved_outcome: 'met', reopened_count: 0, satisfaction: 1 }
		],
		{ asOf: '2025-03-20 12:00' }
	);
	serve(store);
});
afterAll(() => store.close());

async function chartOf(measure: ControlMeasureId, filter: Filter) {
	const parameters = new URLSearchParams({ measure, by: 'none' });
	const facts = await controlPageFacts(
		await scopeOf(localPerson, filter),
		controlChoices((name) => parameters.get(name))
	);
	if (!facts) throw new Error('the fixture has cases');
	return facts;
}

const chosen: readonly Partial<Filter>[] = [
	{},
	{ limits: { resolved: ['met', 'not_due'] } },
	{ scores: [1, 2] }
];
const f = formats('en', fixtureZone);

it.each(chosen)('every point opens the cases it stands on: %j', async (choice) => {
	const filter: Filter = { ...emptyFilter, period: 'all', ...choice };
	for (const measure of controlMeasureIds) {
		const facts = await chartOf(measure, filter);
		// Without a case of its own a measure is not offered.
		if (facts.measure !== measure) continue;
		const last = facts.periods.length - 1;
		const stretches = [...facts.periods.map((_, at) => [at, at] as const), [0, last] as const];
		for (const [from, to] of stretches) {
			const counted = facts.chart.cases.slice(from, to + 1).reduce((sum, cases) => sum + cases, 0);
			if (counted === 0) continue;
			const href = casesHref(casesOf({ f, filter, facts, dataVersion: 1 }, from, to));
			const linked = parseFilter(new URL(href, 'http://localhost').searchParams).filter;
			const [opened] = await ask(await scopeOf(localPerson, linked), caseCount);
			expect([measure, from, to, opened?.cases]).toEqual([measure, from, to, counted]);
		}
	}
});

it('limits kept are of those whose limit has passed, reopened ones of those old enough', async () => {
	const filter: Filter = { ...emptyFilter, period: 'all' };
	const shown = async (measure: ControlMeasureId) => {
		const { chart } = await chartOf(measure, filter);
		return chart.cases.map((cases, at) => [chart.values[at], cases]);
	};
	expect(await shown('response_in_time')).toEqual([
		[0.5, 2],
		[0, 1],
		[null, 0]
	]);
	expect(await shown('resolution_in_time')).toEqual([
		[1, 1],
		[0.5, 2],
		[1, 1]
	]);
	expect(await shown('reopened_share')).toEqual([
		[0.5, 2],
		[1, 2],
		[null, 0]
	]);
	expect(await shown('dissatisfied_share')).toEqual([
		[1, 1],
		[0, 1],
		[1, 1]
	]);
});
