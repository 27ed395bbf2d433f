import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';

/** P(X = k) of k successes in n trials of probability 0 ≤ p ≤ 1; 0 outside 0..n. */
export function binomialProbability(k: number, n: number, p: number): number {
	if (k < 0 || k > n) return 0;
	if (p === 0 || p === 1) return k === (p === 0 ? 0 : n) ? 1 : 0;
	const logWays = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
	return Math.exp(logWays + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** P(X ≤ k) for n trials of probability 0 ≤ p ≤ 1, by the incomplete beta function. */
export function binomialDistribution(k: number, n: number, p: number): number {
	if (k < 0) return 0;
	if (k >= n) return 1;
	return betainc(p, k + 1, n - k, true, true);
}

/** P(X ≥ k) for n trials of probability 0 ≤ p ≤ 1; accurate where it is tiny. */
export function binomialUpperTail(k: number, n: number, p: number): number {
	if (k <= 0) return 1;
	if (k > n) return 0;
	return betainc(p, k, n - k + 1);
}
