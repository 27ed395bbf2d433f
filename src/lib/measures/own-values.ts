import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';
import { poissonRate } from '#lib/statistics/rates/poisson-rate.ts';
import { rateRatioExact } from '#lib/statistics/rates/rate-ratio-exact.ts';
import type { ControlMeasure } from './control-measures.ts';
import { isByOrders, ownFamilies, ownUnit, type OwnDesign } from './own-measure.ts';

/** What the queries below `queries/own` count of one period. */
export interface OwnSums {
	/** Cases of the basis: of shares and ratios the denominator. */
	readonly basis: number;
	/** Cases of the numerator of a share or ratio. */
	readonly part: number;
	/** Cases that have the time or number. */
	readonly counted: number;
	readonly sum: number;
	readonly squareSum: number;
	/** Minutes; null where it is not reached, or limits are beyond the cases there are. */
	readonly quantile: number | null;
	readonly quantileLower: number | null;
	readonly quantileUpper: number | null;
	/** Orders or days a rate is counted in. */
	readonly exposure: number;
}

export const noOwnSums: OwnSums = {
	basis: 0,
	part: 0,
	counted: 0,
	sum: 0,
	squareSum: 0,
	quantile: null,
	quantileLower: null,
	quantileUpper: null,
	exposure: 0
};

/** A value with its 95 % interval; null where there is none, or nothing bounds it. */
export interface OwnValue {
	readonly value: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
}

const nothing: OwnValue = { value: null, lower: null, upper: null };
const confidence = 0.95;

/** Rates are shown in so many of what they are counted in. */
function ownMultiplier(design: OwnDesign): number {
	return isByOrders(design) ? 10_000 : 1;
}

/** The value of an own measure in one period, in its unit (`ownUnit`; shares 0–1). */
export function ownValue(design: OwnDesign, sums: OwnSums): OwnValue {
	const { basis, part, counted, sum, squareSum, exposure } = sums;
	switch (design.kind) {
		case 'share': {
			if (basis === 0 || part > basis) return nothing;
			const { proportion, lower, upper } = wilsonInterval(part, basis, confidence);
			return { value: proportion, lower, upper };
		}
		case 'rate': {
			if (!(exposure > 0)) return nothing;
			const { rate, lower, upper } = poissonRate(basis, exposure, confidence);
			const times = ownMultiplier(design);
			return {
				value: scaled(rate, times),
				lower: scaled(lower, times),
				upper: scaled(upper, times)
			};
		}
		case 'quantile':
			return { value: sums.quantile, lower: sums.quantileLower, upper: sums.quantileUpper };
		case 'mean': {
			if (counted === 0) return nothing;
			const moments = { n: counted, sum, sumOfSquares: squareSum };
			const { mean, lower, upper } = meanInterval(moments, confidence);
			return { value: mean, lower, upper };
		}
		case 'ratio': {
			if (basis === 0) return nothing;
			const { lower, upper } = rateRatioExact(
				{ events0: basis, exposure0: 1, events1: part, exposure1: 1 },
				confidence
			);
			return { value: part / basis, lower, upper };
		}
	}
}

function scaled(value: number | null, times: number): number | null {
	return value === null ? null : value * times;
}

/** Cases a value rests on: what its number opens first. */
export function ownCases({ kind }: Pick<OwnDesign, 'kind'>, sums: OwnSums): number {
	if (kind === 'quantile' || kind === 'mean') return sums.counted;
	return kind === 'ratio' ? sums.part : sums.basis;
}

/** A mean or quantile of fewer cases is no value of its period on a chart; as of the measures that ship. */
const fewest = 5;

/** An own measure as control charts take it. */
export function ownControlMeasure(design: OwnDesign): ControlMeasure<OwnSums> {
	const cases = (sums: OwnSums): number => ownCases(design, sums);
	const family = ownFamilies[design.kind];
	switch (design.kind) {
		case 'share':
		case 'ratio':
			return { family, amount: ({ part }) => part, size: ({ basis }) => basis, cases };
		case 'rate':
			return {
				family,
				amount: ({ basis }) => basis,
				exposure: design.per === 'day' ? 'days' : 'orders',
				cases,
				multiplier: ownMultiplier(design)
			};
		case 'quantile':
		case 'mean':
			return {
				family,
				amount: (sums) => (sums.counted >= fewest ? ownValue(design, sums).value : null),
				cases,
				// Means of scores lie within 1 and 5; times and money are skewed.
				logarithmic: ownUnit(design) !== 'score'
			};
	}
}
