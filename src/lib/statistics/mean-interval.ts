import { twoSidedTQuantile } from './distributions/student-t.ts';

/** What a mean needs of its rows; a query can sum it without fetching them. */
export interface Moments {
	readonly n: number;
	readonly sum: number;
	readonly sumOfSquares: number;
}

/**
 * Mean with its t interval, from count, sum and sum of squares.
 * Meant for values of small range such as scores: the sum of squares loses digits where the mean
 * is large against the spread.
 * @returns mean null when n = 0; standardDeviation, lower, upper null when n < 2
 */
export function meanInterval({ n, sum, sumOfSquares }: Moments, confidence: number) {
	if (n === 0) return { n, mean: null, standardDeviation: null, lower: null, upper: null };
	const mean = sum / n;
	if (n < 2) return { n, mean, standardDeviation: null, lower: null, upper: null };
	const standardDeviation = Math.sqrt(Math.max(0, (sumOfSquares - n * mean * mean) / (n - 1)));
	const margin = (twoSidedTQuantile(confidence, n - 1) * standardDeviation) / Math.sqrt(n);
	return { n, mean, standardDeviation, lower: mean - margin, upper: mean + margin };
}
