import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import type { Person } from '#lib/server/access/person.ts';
import { ensureDemo } from '#lib/server/import/demo-load.ts';
import { controlChoices } from '#lib/server/questions/control-choices.ts';
import { controlPageFacts, type ControlPageFacts } from '#lib/server/questions/control-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { openWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { serve } from '../../fixtures/cases.ts';
import { readLog, withDemoFiles, type DemoLog } from './demo-log.ts';

const person: Person = { id: 'test', name: '', assurance: 'declared' };

export interface ControlFindings {
	readonly log: DemoLog;
	/** The page as it opens, and of one subcategory. */
	readonly page: ControlPageFacts;
	readonly subcategory: ControlPageFacts;
	/** The page of the measure the decoy is planted in. */
	readonly satisfaction: ControlPageFacts;
}

/** What the control page finds in the demo log of a seed, loaded by the ordinary import. */
export async function controlFindings(rows: number, seed: number): Promise<ControlFindings> {
	const log = await withDemoFiles({ rows, seed }, readLog);
	const folder = mkdtempSync(join(tmpdir(), 'redress-control-'));
	const store = await openWarehouse({ folder, inMemory: true });
	try {
		await ensureDemo(rows, seed, store);
		serve(store);
		const { subcategory } = log.truth.planted.improvement;
		const only = { ...emptyFilter, dimensions: { subcategory: [subcategory] } };
		return {
			log,
			page: await pageOf(emptyFilter),
			subcategory: await pageOf(only, 'by=none'),
			satisfaction: await pageOf(emptyFilter, 'measure=satisfaction_mean&by=none')
		};
	} finally {
		await store.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function pageOf(filter: Filter, query = ''): Promise<ControlPageFacts> {
	const parameters = new URLSearchParams(query);
	const facts = await controlPageFacts(
		await scopeOf(person, filter),
		controlChoices((name) => parameters.get(name))
	);
	if (!facts) throw new Error('the demo has no case');
	return facts;
}

/** First days of the months a chart marks. */
export function markedMonths({ chart, periods }: ControlPageFacts): readonly string[] {
	const places = new Set(chart.patterns.flatMap(({ marked }) => marked));
	return [...places].map((at) => periods[at]?.since ?? '');
}
