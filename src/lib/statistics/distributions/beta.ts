import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';

/** P(X ≤ x) of the beta distribution with shapes a, b > 0, for 0 ≤ x ≤ 1. */
export function betaDistribution(x: number, a: number, b: number): number {
	return betainc(x, a, b);
}

/** x with P(X ≤ x) = p for the beta distribution with shapes a, b > 0. */
export function betaQuantile(p: number, a: number, b: number): number {
	return betaincinv(p, a, b);
}
