import { fisherInterval } from './fisher-interval.ts';
import { correlationPValue } from './t-test.ts';
import { asTable } from './weighted-pairs.ts';
import type { PairTable, WeightedPairs } from './weighted-pairs.ts';
import { weightedCorrelation } from './weighted-correlation.ts';

/**
 * Pearson's correlation r of rows or of counted pairs, with its t test and Fisher's interval
 * (variance 1/(n − 3) on the z scale).
 * @returns r null when n < 2 or a variable is constant; pValue null when n < 3; interval null when
 * n < 4 or r = ±1
 * Source: Fisher (1921); as R's cor.test.
 */
export function pearson(pairs: WeightedPairs | PairTable, confidence = 0.95) {
	const table = asTable(pairs);
	const n = table.total;
	return pearsonOf(weightedCorrelation(table, table.x.values, table.y.values), n, confidence);
}

/** Test and interval of an r worked out elsewhere, of n cases. */
export function pearsonOf(r: number | null, n: number, confidence = 0.95) {
	return {
		r,
		pValue: correlationPValue(r, n),
		n,
		interval: fisherInterval(r, 1 / (n - 3), confidence)
	};
}
