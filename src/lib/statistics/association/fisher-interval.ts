import { twoSidedNormalQuantile } from '../distributions/normal.ts';
import type { Interval } from '../interval.ts';

/**
 * Interval of a correlation on Fisher's z scale, carried back to the correlation's own.
 * @param variance of atanh(correlation)
 * @returns null where the variance or atanh is not defined (too few cases, correlation ±1)
 */
export function fisherInterval(
	correlation: number | null,
	variance: number,
	confidence: number
): Interval | null {
	// A perfect order computed in floating point may fall short of 1 by a last digit.
	if (correlation === null || Math.abs(correlation) > 1 - 1e-12) return null;
	if (!(variance > 0 && Number.isFinite(variance))) return null;
	const middle = Math.atanh(correlation);
	const margin = twoSidedNormalQuantile(confidence) * Math.sqrt(variance);
	return { lower: Math.tanh(middle - margin), upper: Math.tanh(middle + margin) };
}
