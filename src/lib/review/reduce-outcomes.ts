import { measures } from '#lib/measures/catalogue.ts';
import { meaningOf } from '#lib/measures/control-verdict.ts';
import type { Finding, ReviewMeasure } from './finding.ts';
import type { Hypothesis } from './hypotheses.ts';
import type { Told } from './reduce-shares.ts';

/** Measures that speak of the same: how soon, how long, how customers left, at what cost. */
const families: Readonly<Partial<Record<ReviewMeasure, string>>> = {
	first_response_median: 'response',
	response_in_time: 'response',
	resolution_median: 'resolution',
	resolution_in_time: 'resolution',
	satisfied_share: 'satisfaction',
	satisfaction_mean: 'satisfaction'
};

/** All cases are named rather than one of their parts, where they moved nearly as far. */
const nearly = 0.8;

/**
 * How cases went, told once for all that speaks of the same and went the same way: the strongest, or all cases
 * together where these moved nearly as far. The others are told with it.
 */
export function reducedOutcomes(rejected: readonly Hypothesis[]): readonly Told[] {
	const groups = Map.groupBy(rejected, ({ series: { measure }, score }) => {
		const family = families[measure] ?? measure;
		return `${family}|${meaningOfScore(measure, score)}`;
	});
	return [...groups.values()].map((group): Told => {
		const ordered = [...group].sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
		const strongest = ordered[0]!;
		const told =
			ordered.find(
				({ series: { scope }, score }) =>
					scope === null && Math.abs(score) >= nearly * Math.abs(strongest.score)
			) ?? strongest;
		return {
			hypothesis: told,
			pValue: told.pValue,
			alike: ordered.filter((one) => one !== told),
			within: null
		};
	});
}

/** Which way a score is for the better. */
export function meaningOfScore(measure: ReviewMeasure, score: number): Finding['meaning'] {
	return meaningOf(score > 0 ? 1 : -1, measures[measure].better);
}
