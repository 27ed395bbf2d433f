import type { Interval } from '#lib/statistics/interval.ts';
import { proportionDifference } from '#lib/statistics/proportion/difference.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';

/** Cases of one group in the period and in the one compared with, and all cases of both. */
export interface GroupCounts {
	readonly cases: number;
	readonly cases_before: number;
	readonly total: number;
	readonly total_before: number;
}

export type ShareVerdict = 'up' | 'down' | 'within_chance' | 'too_few';

export interface ShareChange {
	/** Share now less share before, 0–1; null where one of the periods has no case. */
	readonly difference: number | null;
	/** Newcombe interval at the level the list asks for; see `shareChanges`. */
	readonly interval: Interval | null;
	readonly verdict: ShareVerdict;
}

/** Below this many cases in both periods together no verdict is given. */
const fewestCases = 10;
const falseDiscoveryRate = 0.05;

/**
 * Which shares moved by more than chance, over a whole list of groups. Verdicts: pooled z test, adjusted
 * by Benjamini–Hochberg over all groups with enough cases. Intervals: Newcombe, at level
 * 1 − 0.05·R/m with R of m groups found (false coverage rate, Benjamini & Yekutieli 2005), so that what
 * the list shows as found has an interval as honest as its verdict.
 */
export function shareChanges(groups: readonly GroupCounts[]): ShareChange[] {
	const judged = groups.map((group) =>
		group.total > 0 && group.total_before > 0 && group.cases + group.cases_before >= fewestCases
			? proportionDifference(sample(group), 0.95).pValue
			: null
	);
	const pValues = judged.filter((p) => p !== null);
	const { rejected } = benjaminiHochberg(pValues, falseDiscoveryRate);
	const found = rejected.filter(Boolean).length;
	const confidence = 1 - (falseDiscoveryRate * Math.max(found, 1)) / Math.max(pValues.length, 1);
	let position = 0;
	return groups.map((group, index) => {
		const { difference, intervals } = proportionDifference(sample(group), confidence);
		const [lower, upper] = intervals.newcombe ?? [null, null];
		const interval = lower === null || upper === null ? null : { lower, upper };
		if (judged[index] === null || difference === null)
			return { difference, interval, verdict: 'too_few' };
		const isFound = rejected[position++] === true;
		const direction = difference > 0 ? 'up' : 'down';
		return { difference, interval, verdict: isFound ? direction : 'within_chance' };
	});
}

function sample({ cases, total, cases_before, total_before }: GroupCounts) {
	return { x1: cases, n1: total, x2: cases_before, n2: total_before };
}
