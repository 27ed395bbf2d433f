import { kendallTauB } from '#lib/statistics/association/kendall.ts';
import { simpson } from '#lib/statistics/association/simpson.ts';
import type { Stratum } from '#lib/statistics/association/simpson.ts';
import { spearman } from '#lib/statistics/association/spearman.ts';
import type { WeightedPairs } from '#lib/statistics/association/weighted-pairs.ts';
import { kitagawa } from '#lib/statistics/contribution/kitagawa.ts';
import type { CategoryRates } from '#lib/statistics/contribution/kitagawa.ts';
import { pareto } from '#lib/statistics/contribution/pareto.ts';
import type { ParetoItem } from '#lib/statistics/contribution/pareto.ts';
import { proportionDifference } from '#lib/statistics/proportion/difference.ts';
import { proportionRatio } from '#lib/statistics/proportion/ratio.ts';
import type { TwoByTwo } from '#lib/statistics/proportion/two-by-two.ts';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';
import { quantileType7 } from '#lib/statistics/quantile.ts';
import { rateRatioExact } from '#lib/statistics/rates/rate-ratio-exact.ts';
import type { TwoRates } from '#lib/statistics/rates/rate-ratio-exact.ts';
import { rateRatioOverdispersed } from '#lib/statistics/rates/rate-ratio-overdispersed.ts';
import type { CountedPeriods } from '#lib/statistics/rates/rate-ratio-overdispersed.ts';
import { netPromoter } from '#lib/statistics/satisfaction/net-promoter.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';

/** Runs one method on the input of a case; the file format promises that inputs are complete. */
type Method = (input: unknown) => unknown;
type Confidence = { readonly confidence: number };

/** Names the type the format promises for a method's input. */
function method<Input>(run: (input: Input) => unknown): Method {
	return (input) => run(input as Input);
}

export const methods: Readonly<Record<string, Method>> = {
	spearman: method<WeightedPairs>((pairs) => spearman(pairs)),
	kendallTauB: method<WeightedPairs>((pairs) => kendallTauB(pairs)),
	simpson: method<{ strata: readonly Stratum[] }>(({ strata }) => simpson(strata)),
	wilsonInterval: method<{ pairs: readonly (readonly [number, number])[] } & Confidence>(
		({ pairs, confidence }) => {
			const intervals = pairs.map(([x, n]) => wilsonInterval(x, n, confidence));
			return {
				proportion: intervals.map(({ proportion }) => proportion),
				lower: intervals.map(({ lower }) => lower),
				upper: intervals.map(({ upper }) => upper)
			};
		}
	),
	proportionDifference: method<TwoByTwo & Confidence>((input) =>
		proportionDifference(input, input.confidence)
	),
	proportionRatio: method<TwoByTwo & Confidence>((input) =>
		proportionRatio(input, input.confidence)
	),
	rateRatioExact: method<TwoRates & Confidence>((input) => rateRatioExact(input, input.confidence)),
	rateRatioOverdispersed: method<
		{
			before: CountedPeriods;
			after: CountedPeriods;
			floorDispersionAtOne: boolean;
		} & Confidence
	>((input) => rateRatioOverdispersed(input.before, input.after, input)),
	benjaminiHochberg: method<{ pValues: readonly number[]; alpha: number }>(({ pValues, alpha }) =>
		benjaminiHochberg(pValues, alpha)
	),
	nps: method<{ scores: readonly number[] } & Confidence>(({ scores, confidence }) =>
		netPromoter(scores, confidence)
	),
	kitagawa: method<{ categories: readonly CategoryRates[] }>(({ categories }) =>
		kitagawa(categories)
	),
	pareto: method<{ items: readonly ParetoItem[]; threshold: number; otherName?: string }>(
		({ items, threshold, otherName }) => pareto(items, threshold, otherName)
	),
	quantileType7: method<{ values: readonly number[]; probabilities: readonly number[] }>(
		({ values, probabilities }) => ({ quantiles: quantileType7(values, probabilities) })
	)
};
