import { betaQuantile } from '../distributions/beta.ts';
import {
	binomialDistribution,
	binomialProbability,
	binomialUpperTail
} from '../distributions/binomial.ts';

/** Events and exposure before (0) and after (1); exposures > 0, not necessarily whole. */
export interface TwoRates {
	readonly events0: number;
	readonly exposure0: number;
	readonly events1: number;
	readonly exposure1: number;
}

export interface RateRatio {
	/** after/before; null when infinite or undefined */
	readonly rateRatio: number | null;
	readonly lower: number | null;
	/** null when infinite */
	readonly upper: number | null;
	readonly pValue: number | null;
}

/**
 * Ratio of two Poisson rates, exact: given the total, the events after are binomial. Clopper–Pearson
 * limits turned into ratios; the two-sided p-value sums the probabilities not larger than the
 * observed one.
 * Source: Przyborowski & Wilenski (1940); as R poisson.test.
 * @returns all null when an exposure is not above 0
 */
export function rateRatioExact(rates: TwoRates, confidence = 0.95): RateRatio {
	const { events0, exposure0, events1, exposure1 } = rates;
	if (!(exposure0 > 0 && exposure1 > 0))
		return { rateRatio: null, lower: null, upper: null, pValue: null };
	const tail = (1 - confidence) / 2;
	const perOdds = exposure0 / exposure1;
	const ratioAt = (share: number): number => (share / (1 - share)) * perOdds;
	return {
		rateRatio: events0 === 0 ? null : (events1 / events0) * perOdds,
		lower: events1 === 0 ? 0 : ratioAt(betaQuantile(tail, events1, events0 + 1)),
		upper: events0 === 0 ? null : ratioAt(betaQuantile(1 - tail, events1 + 1, events0)),
		pValue: exactPValue(events1, events0 + events1, exposure1 / (exposure0 + exposure1))
	};
}

/**
 * Sum of the probabilities of all outcomes at most as likely as k (with R's relative slack of 1e-7).
 * The probabilities rise to the mode and fall after it, so the far tail starts where a binary
 * search finds it.
 */
function exactPValue(k: number, n: number, p: number): number {
	const likely = binomialProbability(k, n, p) * (1 + 1e-7);
	const unlikely = (j: number): boolean => binomialProbability(j, n, p) <= likely;
	const mode = Math.min(n, Math.floor((n + 1) * p));
	if (binomialProbability(mode, n, p) <= likely) return 1;
	if (k < mode) {
		const from = firstTrue(mode, n + 1, unlikely);
		return Math.min(1, binomialDistribution(k, n, p) + binomialUpperTail(from, n, p));
	}
	const after = firstTrue(0, mode, (j) => !unlikely(j));
	return Math.min(1, binomialDistribution(after - 1, n, p) + binomialUpperTail(k, n, p));
}

/** The first whole number of [from, to) at which a condition that turns true once holds, else to. */
function firstTrue(from: number, to: number, holds: (j: number) => boolean): number {
	let [low, high] = [from, to];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
