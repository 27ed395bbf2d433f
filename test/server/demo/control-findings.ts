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
import type { PlantedTruth } from '../questions/planted-drivers.ts';
import { readLog, withDemoFiles, type DemoLog } from './demo-log.ts';

const person: Person = { id: 'test', name: '', assurance: 'declared' };

interface ControlPages {
	/** The page as it opens, and of one subcategory. */
	readonly page: ControlPageFacts;
	readonly subcategory: ControlPageFacts;
	/** The page of the measure the decoy is planted in. */
	readonly satisfaction: ControlPageFacts;
}

export interface ControlFindings extends ControlPages {
	readonly log: DemoLog;
}

/** What the control page finds in the demo log of a seed, loaded by the ordinary import. */
export async function controlFindings(rows: number, seed: number): Promise<ControlFindings> {
	const log = await withDemoFiles({ rows, seed }, readLog);
	const folder = mkdtempSync(join(tmpdir(), 'redress-control-'));
	const store = await openWarehouse({ folder, inMemory: true });
	try {
		await ensureDemo(rows, seed, store);
		serve(store);
		return { log, ...(await controlPages(log.truth.planted.improvement)) };
	} finally {
		await store.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function controlPages({ subcategory }: { subcategory: string }): Promise<ControlPages> {
	const only = { ...emptyFilter, dimensions: { subcategory: [subcategory] } };
	return {
		page: await pageOf(emptyFilter),
		subcategory: await pageOf(only, 'by=none'),
		satisfaction: await pageOf(emptyFilter, 'measure=satisfaction_mean&by=none')
	};
}

/** What the charts of the log that is served did not find, or found in the decoy month; empty when all is well. */
export async function missedByControl({
	improvement,
	decoy
}: PlantedTruth): Promise<readonly string[]> {
	const { page, subcategory, satisfaction } = await controlPages(improvement);
	const { verdict, patterns } = subcategory.chart;
	const found = patterns.some(
		({ from, to, side }) =>
			side === -1 &&
			(subcategory.periods[to]?.since ?? '') > improvement.from_day &&
			(subcategory.periods[from]?.until ?? '') > improvement.from_day
	);
	const told = `${improvement.subcategory} from ${improvement.from_day} (× ${improvement.rate_ratio}) ${verdict.variation}`;
	return [
		...(found && verdict.variation === 'improving' ? [] : [`improvement: ${told}`]),
		...[page, satisfaction]
			.flatMap(markedMonths)
			.filter((month) => month.startsWith(decoy.month))
			.map((month) => `decoy ${month} (${decoy.z} standard errors) reported`)
	];
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
