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
