import { nextDay } from '#lib/filter/codec.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { associationFacts } from '#lib/server/questions/drivers-association.ts';
import { satisfactionFacts } from '#lib/server/questions/satisfaction-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { ThemesFacts } from '#lib/server/questions/themes-facts.ts';
import { themesState } from '#lib/server/questions/themes-page.ts';
import { timelinessFacts } from '#lib/server/questions/timeliness-page.ts';
import { whenRead } from '#lib/server/themes/reading.ts';
import type { PlantedTruth } from './planted-drivers.ts';

const ever: Filter = { ...emptyFilter, period: 'all' };

/** What the themes page says of a selection, once its narratives are read. */
export async function themesOf(filter: Filter): Promise<ThemesFacts> {
	const fail = (error: unknown): never => {
		throw error;
	};
	await themesState(await scopeOf(localPerson, filter), fail);
	await whenRead();
	const state = await themesState(await scopeOf(localPerson, filter), fail);
	if (state.kind !== 'read') throw new Error(state.kind);
	return state.facts;
}

/** What the narratives of the planted surge say (`queries/demo/07_phrases.sql`): charging that burns. */
export const burning = /烫|焦|烧黑|冒烟|不敢|充电/;

/** The weeks of the planted surge, and its product and region in them. */
export function surgeFilters({ surge }: PlantedTruth): { weeks: Filter; cell: Filter } {
	const { product, region, from_day, last_day } = surge;
	const weeks = { ...emptyFilter, period: { since: from_day, until: nextDay(last_day) } };
	return { weeks, cell: { ...weeks, dimensions: { product: [product], region: [region] } } };
}

/** What of slow stage, weak team and words of the surge the pages did not say; empty when all is found. */
export async function missedCauses(truth: PlantedTruth): Promise<readonly string[]> {
	return [
		...(await missedSlowStage(truth)),
		...(await missedWeakTeam(truth)),
		...(await missedWords(truth))
	];
}

/** As the page opens, and over all the log. */
async function missedSlowStage({ slow_stage: slow }: PlantedTruth): Promise<readonly string[]> {
	const missed: string[] = [];
	for (const [name, filter] of [
		['as it opens', emptyFilter],
		['all days', ever]
	] as const) {
		const scope = await scopeOf(localPerson, filter);
		const facts = await timelinessFacts(scope, { clock: 'wall', stage: null });
		const named = facts?.steps.laggard;
		if (
			`${named?.step.stage}_at` !== slow.stage ||
			named?.department.department !== slow.department
		)
			missed.push(
				`slow stage, ${name}: ${named?.step.stage} of ${named?.department.department} in place of ${slow.stage} of ${slow.department}`
			);
	}
	return missed;
}

async function missedWeakTeam({ weak_team: weak }: PlantedTruth): Promise<readonly string[]> {
	const missed: string[] = [];
	const scope = await scopeOf(localPerson, ever);
	const found = (await associationFacts(scope, 'dissatisfied'))?.associations ?? [];
	const teams = found.filter(
		({ dimension, second, excess }) => dimension === 'team' && second === null && excess > 0
	);
	if (teams.map(({ value }) => value).join() !== weak.team)
		missed.push(`weak team, drivers: ${teams.map(({ value }) => value)}, planted ${weak.team}`);
	const facts = await satisfactionFacts(scope, {
		clock: null,
		time: 'wall',
		stratum: 'team',
		measure: 'share',
		weights: false
	});
	const [lowest] = (facts?.groups ?? []).toSorted(
		(a, b) => (a.superiority ?? 0.5) - (b.superiority ?? 0.5)
	);
	if (lowest?.key !== weak.team || lowest.verdict !== 'lower')
		missed.push(`weak team, satisfaction: ${lowest?.key} ${lowest?.verdict}, planted ${weak.team}`);
	return missed;
}

async function missedWords(truth: PlantedTruth): Promise<readonly string[]> {
	const missed: string[] = [];
	const { weeks, cell } = surgeFilters(truth);
	const others = await wordsOfShift(truth, weeks);
	for (const [name, filter, first] of [
		['its weeks', weeks, 1],
		['its product and region', cell, 3]
	] as const) {
		const { distinctive } = await themesOf(filter);
		const words = distinctive
			.map(({ word }) => word)
			.filter((word) => !others.has(word))
			.slice(0, first);
		if (words.length < first || !words.every((word) => burning.test(word)))
			missed.push(`words of the surge, ${name}: ${words.join(' ')}`);
	}
	return missed;
}

/** What the growing category of the planted shift of mix says where it falls into the weeks of the surge too. */
async function wordsOfShift(
	{ surge, mix_shift: shift }: PlantedTruth,
	weeks: Filter
): Promise<ReadonlySet<string>> {
	if (surge.from_day > shift.after_last_day || surge.last_day < shift.after_from) return new Set();
	const grown = { ...weeks, dimensions: { category: [shift.growing_category] } };
	return new Set((await themesOf(grown)).distinctive.map(({ word }) => word));
}
