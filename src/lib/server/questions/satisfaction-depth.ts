import { weightedSatisfaction, type WeightedSatisfaction } from '#lib/measures/response-weights.ts';
import {
	sideFacts,
	weakestSide,
	type SideFacts,
	type WeakestSide
} from '#lib/measures/satisfaction-sides.ts';
import { groupComparisons, type GroupComparison } from '#lib/measures/score-groups.ts';
import {
	allGroups,
	scoreThreshold,
	thresholdsWithin,
	type GroupThreshold,
	type Threshold
} from '#lib/measures/score-threshold.ts';
import type { Clock, StratumDimension, TimeKind } from '#lib/measures/waiting-time.ts';
import {
	netPromoterOfCounts,
	type NetPromoter
} from '#lib/statistics/satisfaction/net-promoter.ts';
import { ask } from './ask.ts';
import * as satisfaction from './satisfaction.ts';
import type { Scope } from './scope.ts';

/** What the page says beyond waiting time against scores. */
export interface SatisfactionDepth {
	readonly sides: readonly SideFacts[];
	readonly weakest: WeakestSide | null;
	/** Null where nobody answered, or the log does not ask. */
	readonly promoter: (NetPromoter & { readonly cases: number }) | null;
	readonly threshold: Threshold | null;
	/** The same within groups of the chosen dimension, those with most rated cases. */
	readonly thresholds: readonly GroupThreshold[];
	/** Groups of the chosen dimension against the rest: those that differ, then the largest. */
	readonly groups: readonly GroupComparison[];
	/** Groups compared but not listed. */
	readonly furtherGroups: number;
	/** Null unless it was asked for. */
	readonly weighted: WeightedSatisfaction | null;
}

const mostGroups = 12;
const mostThresholds = 8;

/** @param choice `weights`: whether the weighted share is asked for */
export async function satisfactionDepth(
	scope: Scope,
	choice: {
		readonly clock: Clock;
		readonly time: TimeKind;
		readonly stratum: StratumDimension | null;
		readonly weights: boolean;
	}
): Promise<SatisfactionDepth> {
	const { clock, time, stratum } = choice;
	const has = (...columns: readonly string[]) => scope.columns.some((c) => columns.includes(c));
	const [sideRows, [answers], steps, scores, cells] = await Promise.all([
		has(...sideColumns) ? ask(scope, satisfaction.sides) : [],
		has('nps') ? ask(scope, satisfaction.promoters) : [],
		ask(scope, satisfaction.steps, { clock, time, stratum: stratum ?? 'none' }),
		stratum ? ask(scope, satisfaction.scoreCounts, { stratum }) : [],
		choice.weights ? ask(scope, satisfaction.responseCells, { clock, time }) : []
	]);
	const sides = sideFacts(sideRows);
	const groups = groupComparisons(scores);
	const listed = groups.length > mostGroups ? mostTelling(groups) : groups;
	return {
		sides,
		weakest: weakestSide(sides),
		promoter:
			answers && answers.answered > 0
				? { ...netPromoterOfCounts(answers), cases: answers.cases }
				: null,
		threshold: scoreThreshold(allGroups(steps)),
		thresholds: stratum ? thresholdsWithin(steps).slice(0, mostThresholds) : [],
		groups: listed,
		furtherGroups: groups.length - listed.length,
		weighted: weightedSatisfaction(cells)
	};
}

const sideColumns = [
	'satisfaction_timeliness',
	'satisfaction_solution',
	'satisfaction_openness',
	'satisfaction_follow_up'
];

/** The groups with the smallest p, in the order of the page. */
function mostTelling(groups: readonly GroupComparison[]): GroupComparison[] {
	const kept = new Set(
		groups.toSorted((a, b) => a.adjusted - b.adjusted || b.n - a.n).slice(0, mostGroups)
	);
	return groups.filter((group) => kept.has(group));
}
