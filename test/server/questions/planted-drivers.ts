import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextDay } from '#lib/filter/codec.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { writeDemoFiles } from '#lib/server/demo/write-demo-files.ts';
import { importFile } from '#lib/server/import/run.ts';
import { hotspotFacts } from '#lib/server/questions/drivers-hotspots.ts';
import { driversFacts, type DriversFacts } from '#lib/server/questions/drivers-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { openWarehouse } from '#lib/server/warehouse/duckdb.ts';
import type { DriverMeasure } from '#lib/measures/driver-measures.ts';
import { serve } from '../../fixtures/cases.ts';

/** What `truth.json` says was planted, as far as a page is made to find it. */
export interface PlantedTruth {
	readonly surge: { product: string; region: string; from_day: string; last_day: string };
	readonly mix_shift: {
		growing_category: string;
		shrinking_category: string;
		growing_subcategories: readonly string[];
		shrinking_subcategories: readonly string[];
		after_from: string;
		after_last_day: string;
		mix_effect: number;
	};
	readonly decoy: { month: string; z: number };
	readonly improvement: { subcategory: string; from_day: string; rate_ratio: number };
	/** A stage by the name of its column. */
	readonly slow_stage: { department: string; stage: string };
	readonly weak_team: { team: string };
}

export interface PlantedLog {
	readonly truth: PlantedTruth;
	readonly close: () => Promise<void>;
}

/** A demo log of this seed, loaded by the ordinary import, that questions then answer from. */
export async function openPlanted(seed: number): Promise<PlantedLog> {
	const folder = mkdtempSync(join(tmpdir(), 'redress-planted-'));
	const state = join(folder, 'state');
	mkdirSync(state);
	const files = await writeDemoFiles({ rows: 60_000, seed, folder });
	const store = await openWarehouse({ folder: state, inMemory: true });
	serve(store);
	for (const [kind, path] of [
		['cases', files.complaints],
		['orders', files.orders]
	] as const) {
		// Answers are kept by data version and sources: each seed has a name of its own.
		const source = `seed ${seed}`;
		const request = { path, name: `${kind}.csv`, kind, source, zone: 'Asia/Shanghai' };
		const loaded = await importFile(store, request, localPerson);
		if ('problem' in loaded) throw new Error(JSON.stringify(loaded.problem));
	}
	const told = JSON.parse(readFileSync(files.truth, 'utf8')) as { planted: PlantedTruth };
	return {
		truth: told.planted,
		close: async () => {
			await store.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function change(
	filter: Partial<Filter>,
	measure: DriverMeasure,
	by?: string
): Promise<DriversFacts> {
	const facts = await driversFacts(await scopeOf(localPerson, { ...emptyFilter, ...filter }), {
		measure,
		by
	});
	if (facts === null || typeof facts === 'string') throw new Error(`no facts: ${facts}`);
	return facts;
}

/** The months of the mix shift against the same a year before. */
export function mixShift({ mix_shift }: PlantedTruth, by = 'category'): Promise<DriversFacts> {
	const period = { since: mix_shift.after_from, until: nextDay(mix_shift.after_last_day) };
	return change({ period, comparison: 'year' }, 'satisfied', by);
}

/** The decoy month against the month before, by three measures of satisfaction. */
export function decoy({ decoy: { month } }: PlantedTruth): Promise<DriversFacts[]> {
	const since = `${month}-01`;
	const period = { since, until: shiftMonth(since, 1) };
	return Promise.all(
		(['satisfaction', 'satisfied', 'dissatisfied'] as const).map((measure) =>
			change({ period, comparison: 'previous' }, measure)
		)
	);
}

/** Complaints of the weeks of the surge against a year before, or the weeks before in the first year. */
function surgeWeeks({ surge }: PlantedTruth): Promise<DriversFacts> {
	const period = { since: surge.from_day, until: nextDay(surge.last_day) };
	return change({ period, comparison: 'auto' }, 'complaints');
}

/** Cases answered within two hours against all others: worse pooled, better within each priority. */
export function reversal(): Promise<DriversFacts> {
	return change(
		{ period: 'all', comparison: 'rest', firstResponse: { below: 120 } },
		'satisfaction',
		'priority'
	);
}

export async function allHotspots() {
	const scope = await scopeOf(localPerson, { ...emptyFilter, period: 'all' });
	const facts = await hotspotFacts(scope, { what: 'product', place: 'region' });
	return facts?.hotspots ?? [];
}

/** What the page did not say as planted; empty when all is found and nothing else is claimed. */
export async function missed(truth: PlantedTruth): Promise<string[]> {
	const wrong: string[] = [];
	const check = (holds: boolean, what: string) => {
		if (!holds) wrong.push(what);
	};
	const { surge, mix_shift: shift } = truth;
	const mixed = await mixShift(truth);
	const parts = mixed.decomposition;
	check(mixed.ranking.changed, 'mix shift: nothing reported');
	check(
		mixed.drivers.some(
			({ dimension, value, second }) =>
				dimension === 'category' && value === shift.growing_category && second === null
		),
		'mix shift: the growing category is no driver'
	);
	check(
		parts !== null &&
			Math.abs(parts.mixEffect - shift.mix_effect) < 0.03 &&
			Math.abs(parts.mixEffect) > Math.abs(parts.rateEffect),
		`mix shift: mix ${parts?.mixEffect}, rate ${parts?.rateEffect}, planted ${shift.mix_effect}`
	);
	check(
		parts?.values[0]?.value === shift.growing_category,
		`mix shift: most from ${parts?.values[0]?.value}`
	);
	const worse = parts?.values.filter(
		({ rateChanged, rate, rateBefore }) => rateChanged && (rate ?? 0) < (rateBefore ?? 0)
	);
	check(worse?.length === 0, `mix shift: ${worse?.map(({ value }) => value)} called worse`);
	const hot = await allHotspots();
	const isSurge = hot.filter(
		({ what, place, firstWeek, lastWeek }) =>
			what === surge.product &&
			place === surge.region &&
			firstWeek <= surge.last_day &&
			lastWeek >= surge.from_day
	);
	check(isSurge.length === 1, `surge: ${isSurge.length} hotspots of it`);
	check(hot.length - isSurge.length <= 1, `hotspots: ${hot.length - isSurge.length} others`);
	const weeks = await surgeWeeks(truth);
	check(
		weeks.drivers.some(
			({ dimension, value, second, secondValue }) =>
				dimension === 'product' &&
				value === surge.product &&
				(second === null || (second === 'region' && secondValue === surge.region))
		),
		'surge: neither the product nor its pair is a driver'
	);
	for (const facts of await decoy(truth))
		check(
			!facts.ranking.changed && facts.found === 0,
			`decoy: ${facts.measure} reported (${facts.found} groups, total p ${facts.ranking.total.pValue})`
		);
	const reversed = (await reversal()).decomposition;
	check(
		reversed !== null && reversed.difference < 0 && reversed.rateEffect > 0,
		`reversal: difference ${reversed?.difference}, inside ${reversed?.rateEffect}`
	);
	return wrong;
}
