import { betaDistribution } from './beta.ts';

/**
 * Chance of `count` or more where counts have this mean and the variance mean + dispersion × mean²: a
 * Poisson whose level itself varies. Dispersion 0 is taken as very small, which is Poisson to the digit.
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 5: P(X ≥ x) = I_q(x, 1/d)
 * with q = d·mean/(1 + d·mean).
 */
export function negativeBinomialUpperTail(count: number, mean: number, dispersion: number): number {
	if (count <= 0) return 1;
	if (mean <= 0) return 0;
	const spread = Math.max(dispersion, 1e-6);
	return betaDistribution((spread * mean) / (1 + spread * mean), count, 1 / spread);
}
