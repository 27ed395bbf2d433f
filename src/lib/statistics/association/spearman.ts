import { fisherInterval } from './fisher-interval.ts';
import { correlationPValue } from './t-test.ts';
import { midRanks, asTable } from './weighted-pairs.ts';
import type { PairTable, WeightedPairs } from './weighted-pairs.ts';
import { weightedCorrelation } from './weighted-correlation.ts';

/**
 * Spearman's ρ of rows or of counted pairs: Pearson's correlation of mid-ranks, right with ties,
 * with its t test and the interval on Fisher's z scale with variance (1 + ρ²/2)/(n − 3).
 * @returns rho null when n < 2 or a variable is constant; pValue null when n < 3; interval null
 * when n < 4 or ρ = ±1
 * Sources: Kendall & Gibbons (1990); Bonett & Wright (2000), Psychometrika 65:23.
 */
export function spearman(pairs: WeightedPairs | PairTable, confidence = 0.95) {
	const table = asTable(pairs);
	const n = table.total;
	return spearmanOf(
		weightedCorrelation(table, midRanks(table.x), midRanks(table.y)),
		n,
		confidence
	);
}

/** Test and interval of a ρ worked out elsewhere, of n cases. */
export function spearmanOf(rho: number | null, n: number, confidence = 0.95) {
	return {
		rho,
		pValue: correlationPValue(rho, n),
		n,
		interval: fisherInterval(rho, spearmanVariance(rho ?? 0, n), confidence)
	};
}

/** Bonett–Wright variance of atanh(ρ); infinite or negative below four cases. */
export function spearmanVariance(rho: number, n: number): number {
	return (1 + (rho * rho) / 2) / (n - 3);
}
