import type { Dimension } from '#lib/measures/case-fields.ts';
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
	const groups = Map.groupBy(rejected, ({ series, score }) => {
		const { measure } = series;
		const family = families[measure] ?? measure;
		return `${family}|${meaningOfScore(series, score)}`;
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

/** What more cases than usual of are for the worse; of channels or regions it is a change alone. */
const problems: readonly Dimension[] = ['category', 'subcategory', 'product', 'product_category'];

/** Which way a score is for the better. */
export function meaningOfScore(
	{ measure, scope }: Pick<Finding, 'measure' | 'scope'>,
	score: number
): Finding['meaning'] {
	const isProblem = measure === 'share' && scope !== null && problems.includes(scope.dimension);
	return meaningOf(score > 0 ? 1 : -1, isProblem ? 'lower' : measures[measure].better);
}
