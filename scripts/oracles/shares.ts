import { dasGupta } from '#lib/statistics/contribution/das-gupta.ts';
import type { DasGuptaInput } from '#lib/statistics/contribution/das-gupta.ts';
import { kitagawa } from '#lib/statistics/contribution/kitagawa.ts';
import type { CategoryRates } from '#lib/statistics/contribution/kitagawa.ts';
import { pareto } from '#lib/statistics/contribution/pareto.ts';
import type { ParetoItem } from '#lib/statistics/contribution/pareto.ts';
import { differenceInDifferences } from '#lib/statistics/proportion/difference-in-differences.ts';
import type { BeforeAfter } from '#lib/statistics/proportion/difference-in-differences.ts';
import { proportionDifference } from '#lib/statistics/proportion/difference.ts';
import { proportionRatio } from '#lib/statistics/proportion/ratio.ts';
import type { TwoByTwo } from '#lib/statistics/proportion/two-by-two.ts';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';
import { rateRatioExact } from '#lib/statistics/rates/rate-ratio-exact.ts';
import type { TwoRates } from '#lib/statistics/rates/rate-ratio-exact.ts';
import { rateRatioOverdispersed } from '#lib/statistics/rates/rate-ratio-overdispersed.ts';
import type { CountedPeriods } from '#lib/statistics/rates/rate-ratio-overdispersed.ts';
import { netPromoter } from '#lib/statistics/satisfaction/net-promoter.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import { method } from './method.ts';
import type { Confidence, Methods } from './method.ts';

interface Pairs extends Confidence {
	readonly pairs: readonly (readonly [number, number])[];
}

interface Phases extends Confidence {
	readonly before: CountedPeriods;
	readonly after: CountedPeriods;
	readonly floorDispersionAtOne?: boolean;
}

interface TwoGroups extends Confidence {
	readonly control: BeforeAfter;
	readonly treated: BeforeAfter;
}

interface ParetoInput {
	readonly items: readonly ParetoItem[];
	readonly threshold: number;
	readonly otherName?: string;
}

export const shareMethods: Methods = {
	wilsonInterval: method<Pairs>(({ pairs, confidence = 0.95 }) => {
		const intervals = pairs.map(([x, n]) => wilsonInterval(x, n, confidence));
		return {
			proportion: intervals.map(({ proportion }) => proportion),
			lower: intervals.map(({ lower }) => lower),
			upper: intervals.map(({ upper }) => upper)
		};
	}),
	proportionDifference: method<TwoByTwo & Confidence>(({ confidence = 0.95, ...table }) =>
		proportionDifference(table, confidence)
	),
	proportionRatio: method<TwoByTwo & Confidence>(({ confidence = 0.95, ...table }) =>
		proportionRatio(table, confidence)
	),
	rateRatioExact: method<TwoRates & Confidence>((input) => rateRatioExact(input, input.confidence)),
	rateRatioOverdispersed: method<Phases>((input) =>
		rateRatioOverdispersed(input.before, input.after, {
			confidence: input.confidence ?? 0.95,
			floorDispersionAtOne: input.floorDispersionAtOne ?? false
		})
	),
	differenceInDifferences: method<TwoGroups>(({ control, treated, confidence }) =>
		differenceInDifferences(control, treated, confidence)
	),
	benjaminiHochberg: method<{ pValues: readonly number[]; alpha: number }>(({ pValues, alpha }) =>
		benjaminiHochberg(pValues, alpha)
	),
	nps: method<{ scores: readonly number[] } & Confidence>(({ scores, confidence }) =>
		netPromoter(scores, confidence)
	),
	kitagawa: method<{ categories: readonly CategoryRates[] }>(({ categories }) =>
		kitagawa(categories)
	),
	dasGupta: method<DasGuptaInput>(dasGupta),
	pareto: method<ParetoInput>(({ items, threshold, otherName }) =>
		pareto(items, threshold, otherName)
	)
};
