import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ensureDemo } from '#lib/server/import/demo-load.ts';
import { controlChoices } from '#lib/server/questions/control-choices.ts';
import { controlPageFacts } from '#lib/server/questions/control-page.ts';
import { overviewFacts } from '#lib/server/questions/overview-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { standingTarget } from '#lib/measures/target.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { setTarget } from '#lib/server/record/targets.ts';
import { openWarehouse, type DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { overviewTiles } from '../../../src/routes/overview-tiles.ts';
import { serve } from '../../fixtures/cases.ts';

let folder: string;
let store: DuckDbWarehouse;
beforeAll(async () => {
	holdRecordInMemory();
	folder = mkdtempSync(join(tmpdir(), 'redress-verdicts-'));
	store = await openWarehouse({ folder, inMemory: true });
	await ensureDemo(12_000, 13, store);
	serve(store);
}, 120_000);
afterAll(async () => {
	await closeRecord();
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

async function pageOf(filter: Filter, query: string) {
	const parameters = new URLSearchParams(query);
	const facts = await controlPageFacts(
		await scopeOf(localPerson, filter),
		controlChoices((name) => parameters.get(name))
	);
	if (!facts) throw new Error('the demo has cases');
	return facts;
}

const selections: readonly Filter[] = [
	emptyFilter,
	{ ...emptyFilter, period: 'last-month' },
	{ ...emptyFilter, period: { since: '2025-01-01', until: '2025-04-01' } },
	{ ...emptyFilter, scores: [1, 2, 3] }
];

it('judges tiles and charts by the targets people set', async () => {
	const year = { span: 'year', since: '2025-01-01', scope: null } as const;
	await setTarget(localPerson, { ...year, measure: 'first_response_median', value: 10_000 });
	await setTarget(localPerson, { ...year, measure: 'satisfaction_mean', value: 4.999 });
	const page = await pageOf(emptyFilter, 'measure=first_response_median');
	const { periods, chart } = page;
	expect(periods.map(({ since }, at) => [since.slice(0, 4), chart.target[at]])).toEqual(
		periods.map(({ since }) => [since.slice(0, 4), since < '2025' ? null : 10_000])
	);
	expect(chart.verdict.assurance).toBe('will_hit');
	const mean = await pageOf(emptyFilter, 'measure=satisfaction_mean');
	expect(mean.chart.verdict.assurance).toBe('will_miss');
	expect(mean.panels.every((panel) => panel.chart.verdict.assurance === 'unknown')).toBe(true);
});

it.each(selections)('a tile says what the control chart it opens says: %j', async (filter) => {
	const scope = await scopeOf(localPerson, filter);
	const facts = await overviewFacts(scope);
	if (!facts || !scope.log) throw new Error('the demo has cases');
	const tiles = overviewTiles({
		f: formats('en', 'Asia/Shanghai'),
		facts,
		filter,
		days: scope.log.days,
		kind: null,
		partial: undefined
	});
	const opened = tiles.flatMap(({ states = [] }) => states.flatMap(({ href }) => href ?? []));
	expect(opened.length).toBeGreaterThanOrEqual(3);
	for (const href of opened) {
		const measure = new URL(href, 'http://localhost').searchParams.get('measure');
		const page = await pageOf(filter, new URL(href, 'http://localhost').search);
		expect(page.measure).toBe(measure);
		const { variation, assurance } = page.chart.verdict;
		const target = standingTarget(page.chart.target, page.chart.last);
		const month = page.periods[page.chart.last ?? -1]?.since;
		expect(facts.verdicts[page.measure as 'complaints']).toEqual({
			variation,
			assurance,
			target,
			month
		});
	}
});
