import { twoSidedTQuantile } from '../distributions/student-t.ts';

/** A coefficient with its interval, on the scale of the regression (logarithms for ratios). */
export interface Estimate {
	readonly estimate: number;
	readonly standardError: number;
	readonly lower: number;
	readonly upper: number;
	/** Degrees of freedom of t; Infinity where the scatter is taken as known. */
	readonly df: number;
	/** What widened the standard error, never below 1. */
	readonly dispersion: number;
}

/**
 * A coefficient whose standard error is widened by the scatter beyond chance: times √φ, φ = Pearson χ²/df
 * but never below 1, t with df degrees of freedom.
 * Source: McCullagh & Nelder (1989), § 4.5.2.
 * @param variance as chance alone would have it; @param df ≥ 1
 */
export function widenedEstimate(
	estimate: number,
	variance: number,
	pearson: number,
	df: number,
	confidence: number
): Estimate {
	const dispersion = Math.max(1, pearson / df);
	const standardError = Math.sqrt(variance * dispersion);
	const margin = twoSidedTQuantile(confidence, df) * standardError;
	return {
		estimate,
		standardError,
		lower: estimate - margin,
		upper: estimate + margin,
		df,
		dispersion
	};
}
