import {
	association,
	associationVerdict,
	associationWithin,
	type Association,
	type AssociationVerdict,
	type StratifiedAssociation,
	type StratumAssociation
} from '#lib/measures/association.ts';
import { fewestCases } from '#lib/measures/association-strength.ts';
import {
	meanScore,
	satisfiedChange,
	satisfiedShare,
	type Measured
} from '#lib/measures/headline.ts';
import { waitingDensity, type WaitingDensity } from '#lib/measures/waiting-density.ts';
import {
	clocks,
	scaleOf,
	strataDimensions,
	type Clock,
	type ScoreMeasure,
	type StratumDimension,
	type TimeKind,
	type TimeScale
} from '#lib/measures/waiting-time.ts';
import { ask } from './ask.ts';
import type { RowOf } from './question.ts';
import * as satisfaction from './satisfaction.ts';
import {
	allStrata,
	bandFacts,
	scored,
	type BandFacts,
	type ScoredBand
} from './satisfaction-bands.ts';
import { satisfactionDepth, type SatisfactionDepth } from './satisfaction-depth.ts';
import type { Scope } from './scope.ts';

export type Coverage = RowOf<typeof satisfaction.coverage.columns>;

export interface StratumFacts extends StratumAssociation {
	/** One entry a band of the page, in the same order; null where the stratum has no case in it. */
	readonly bands: readonly (ScoredBand | null)[];
}

export interface SatisfactionFacts extends SatisfactionDepth {
	readonly clock: Clock;
	readonly time: TimeKind;
	/** Whether working time can be chosen: the log tells more than days, and it has been worked out. */
	readonly hasWorkingTime: boolean;
	/** Clocks the log has times of. */
	readonly clocks: readonly Clock[];
	readonly scale: TimeScale;
	readonly coverage: Readonly<Record<Clock, Coverage>>;
	/** Satisfied share and mean score of every rated case, timed or not. */
	readonly overall: { readonly share: Measured; readonly mean: Measured };
	readonly bands: readonly BandFacts[];
	/** Satisfied share of the slowest band less that of the quickest, of bands enough rated; null of one. */
	readonly contrast: Measured | null;
	readonly stratum: StratumDimension | null;
	readonly stratumChoices: readonly StratumDimension[];
	/** The strata with most rated cases, quickest median first; the rest are counted below. */
	readonly strata: readonly StratumFacts[];
	readonly furtherStrata: { readonly strata: number; readonly cases: number };
	readonly within: Omit<StratifiedAssociation, 'strata'> | null;
	readonly pooled: Association;
	/** The other clock, for comparison; null where the log has no such times. */
	readonly other: { readonly clock: Clock; readonly association: Association } | null;
	readonly density: WaitingDensity | null;
	readonly verdict: AssociationVerdict;
}

const mostStrata = 8;

/** What the page's own parameters ask for; null leaves the choice to the log. */
export interface SatisfactionChoice {
	readonly clock: Clock | null;
	readonly time: TimeKind;
	readonly stratum: StratumDimension | null;
	readonly measure: ScoreMeasure;
	readonly weights: boolean;
}

/** Put together from many answers: kept like them, under the same key. */
const kept = new Map<string, Promise<SatisfactionFacts>>();
const mostKept = 60;

/** Everything the page says, or null while there is no case. */
export function satisfactionFacts(
	scope: Scope,
	choice: SatisfactionChoice
): Promise<SatisfactionFacts> | null {
	if (scope.log === null) return null;
	const key = JSON.stringify([scope.dataVersion, scope.log.filters, scope.columns, choice]);
	const known = kept.get(key);
	if (known) return known;
	const facts = compute(scope, choice);
	kept.set(key, facts);
	facts.catch(() => kept.delete(key));
	for (const oldest of kept.keys()) {
		if (kept.size <= mostKept) break;
		kept.delete(oldest);
	}
	return facts;
}

async function compute(scope: Scope, choice: SatisfactionChoice): Promise<SatisfactionFacts> {
	const byWall = await coverageOf(scope, 'wall');
	const hasWorkingTime = clocks.some((name) => {
		const { timed_by_wall: timed, timed_in_work: worked, whole_days } = byWall[name];
		return worked > 0 && scaleOf(timed, whole_days) === 'minutes';
	});
	const time = hasWorkingTime ? choice.time : 'wall';
	const coverage = time === 'wall' ? byWall : await coverageOf(scope, time);
	const timed = clocks.filter((name) => coverage[name].timed > 0);
	const clock =
		choice.clock ?? clocks.find((name) => coverage[name].timed_rated > 0) ?? 'first_response';
	const scale =
		time === 'working'
			? 'minutes'
			: scaleOf(coverage[clock].timed_by_wall, coverage[clock].whole_days);
	const stratumChoices = strataDimensions.filter((name) => scope.columns.includes(name));
	const stratum = chosenStratum(scope, choice, stratumChoices);
	const otherClock = timed.find((name) => name !== clock) ?? null;

	const [bandRows, scores, agreed, ranksWithin, medians, waits, other, depth] = await Promise.all([
		ask(scope, satisfaction.bands, { clock, time, scale, stratum: stratum ?? 'none' }),
		ask(scope, satisfaction.ranks, { clock, time }),
		concordanceOf(scope, clock, time),
		stratum && ask(scope, satisfaction.ranks, { clock, time, stratum }),
		stratum && ask(scope, satisfaction.medians, { clock, time, stratum }),
		ask(scope, satisfaction.waits, { clock, time, scale }),
		otherClock && associationOf(scope, otherClock, time),
		satisfactionDepth(scope, { clock, time, stratum, weights: choice.weights })
	]);
	const sums = allStrata(bandRows);
	const spoken = sums.filter(({ rated }) => rated >= fewestCases);
	const [first, last] = [spoken[0], spoken.at(-1)];
	const pooled = association(scores, agreed);
	const stratified =
		ranksWithin && medians && associationWithin(pooled.spearman, ranksWithin, medians);
	const strata = stratified?.strata ?? [];
	return {
		...depth,
		clock,
		time,
		hasWorkingTime,
		clocks: timed,
		scale,
		coverage,
		overall: { share: satisfiedShare(coverage[clock]), mean: meanScore(coverage[clock]) },
		bands: sums.map((band) => bandFacts(band, choice.measure)),
		contrast: first && last && first !== last ? satisfiedChange(last, first) : null,
		stratum,
		stratumChoices,
		strata: quickestFirst(strata.slice(0, mostStrata)).map((each) => ({
			...each,
			bands: sums.map((band) => {
				const row = bandRows.find(
					({ stratum: key, from_minutes }) => key === each.key && from_minutes === band.from
				);
				return row ? scored(row, choice.measure) : null;
			})
		})),
		furtherStrata: {
			strata: Math.max(strata.length - mostStrata, 0),
			cases: strata.slice(mostStrata).reduce((sum, { n }) => sum + n, 0)
		},
		within: stratified && {
			within: stratified.within,
			withinCases: stratified.withinCases,
			reversed: stratified.reversed
		},
		pooled,
		other: otherClock && other && { clock: otherClock, association: other },
		density: waitingDensity(waits, scores),
		verdict: associationVerdict(pooled.spearman, stratified)
	};
}

async function coverageOf(scope: Scope, time: TimeKind): Promise<Record<Clock, Coverage>> {
	const rows = await ask(scope, satisfaction.coverage, { time });
	return Object.fromEntries(
		clocks.map((name) => [
			name,
			rows.find((row) => row.clock === name) ?? { ...noCase, clock: name }
		])
	) as Record<Clock, Coverage>;
}

/** The dimension asked for, else the first the log has and the filter has not narrowed to one value. */
function chosenStratum(
	{ filter }: Scope,
	choice: SatisfactionChoice,
	choices: readonly StratumDimension[]
): StratumDimension | null {
	if (choice.stratum && choices.includes(choice.stratum)) return choice.stratum;
	return choices.find((name) => filter.dimensions[name]?.length !== 1) ?? choices[0] ?? null;
}

/** Ordered by their median wait, so that the mix behind a pooled figure can be read off. */
function quickestFirst(strata: readonly StratumAssociation[]): StratumAssociation[] {
	const wait = ({ medianMinutes }: StratumAssociation) => medianMinutes ?? Infinity;
	return strata.toSorted((a, b) => wait(a) - wait(b));
}

async function associationOf(scope: Scope, clock: Clock, time: TimeKind): Promise<Association> {
	const [scores, agreed] = await Promise.all([
		ask(scope, satisfaction.ranks, { clock, time }),
		concordanceOf(scope, clock, time)
	]);
	return association(scores, agreed);
}

async function concordanceOf(scope: Scope, clock: Clock, time: TimeKind) {
	const [found] = await ask(scope, satisfaction.concordance, { clock, time });
	return found ?? { concordance: 0, tied_pairs: 0, tied_linear: 0, tied_triples: 0 };
}

const noCase = {
	cases: 0,
	rated: 0,
	satisfied: 0,
	score_sum: 0,
	score_square_sum: 0,
	timed: 0,
	timed_rated: 0,
	timed_by_wall: 0,
	timed_in_work: 0,
	set_aside: 0,
	whole_days: 0
};
