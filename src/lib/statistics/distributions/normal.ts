import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';

/**
 * P(Z ≤ z) of the standard normal distribution.
 * Source: Φ(z) = erfc(−z/√2)/2, which keeps full relative accuracy in the lower tail.
 */
export function normalDistribution(z: number): number {
	return erfc(-z / Math.SQRT2) / 2;
}

/** φ(z), the height of the standard normal curve. */
export function normalDensity(z: number): number {
	return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** z with P(Z ≤ z) = p, for 0 < p < 1; −∞ at 0, +∞ at 1. */
export function normalQuantile(p: number): number {
	return -Math.SQRT2 * erfcinv(2 * p);
}

/** The z of a two-sided interval: 1.959963984540054 at a confidence of 0.95. */
export function twoSidedNormalQuantile(confidence: number): number {
	return -normalQuantile((1 - confidence) / 2);
}

/** P(|Z| ≥ |z|), the two-sided p-value of a normal statistic; NaN stays NaN. */
export function twoSidedNormalPValue(z: number): number {
	return erfc(Math.abs(z) / Math.SQRT2);
}
