import gammaln from '@stdlib/math-base-special-gammaln';
import type { TwoByTwo } from '../proportion/two-by-two.ts';

/** Probabilities within this of the observed one count as equal to it, as R does. */
const slack = 1 + 1e-7;

/**
 * Fisher's exact test of two shares, two-sided: the chance, all margins given, of a table no likelier
 * than the one observed. Meant for small counts; the work grows with the smaller margin.
 * Sources: Fisher (1935); the same as R's fisher.test of a 2 × 2 table.
 */
export function fisherExact({ x1, n1, x2, n2 }: TwoByTwo): number {
	const successes = x1 + x2;
	const total = n1 + n2;
	const from = Math.max(0, successes - n2);
	const to = Math.min(n1, successes);
	const log = (k: number) =>
		logWays(n1, k) + logWays(n2, successes - k) - logWays(total, successes);
	const observed = Math.exp(log(x1));
	let sum = 0;
	for (let k = from; k <= to; k++) {
		const chance = Math.exp(log(k));
		if (chance <= observed * slack) sum += chance;
	}
	return Math.min(1, sum);
}

function logWays(n: number, k: number): number {
	return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}
