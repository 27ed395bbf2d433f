/** A value's sums in equal steps of time, with what was expected and the variance chance alone gives. */
export interface SteppedSums {
	readonly sums: readonly number[];
	readonly expected: readonly number[];
	readonly variances: readonly number[];
	/** Mean cases a step. */
	readonly meanCases: number;
}

/**
 * Variance of sums a step over the variance chance alone gives, from the differences of neighbouring
 * steps, so that a slow season or trend counts for nothing and what comes in bursts does.
 * Source: von Neumann (1941), mean square successive difference.
 * @returns null for fewer than two steps
 */
export function steppedDispersion({ sums, expected, variances }: SteppedSums): number | null {
	const residuals = sums.flatMap((sum, i) => {
		const variance = variances[i]!;
		return variance > 0 ? [(sum - expected[i]!) / Math.sqrt(variance)] : [];
	});
	if (residuals.length < 2) return null;
	let squares = 0;
	for (let i = 1; i < residuals.length; i++) squares += (residuals[i]! - residuals[i - 1]!) ** 2;
	return squares / (2 * (residuals.length - 1));
}

/**
 * How the variance of counts grows beyond chance: dispersion = 1 + σ² × mean cases a step (a mixture of
 * Poisson), σ² pooled over many values by least squares, never negative. Small values then keep the
 * variance of chance, large ones are widened, and one value's own noisy estimate decides nothing.
 */
export function pooledDispersion(values: readonly SteppedSums[]): (meanCases: number) => number {
	let [above, weight] = [0, 0];
	for (const value of values) {
		const dispersion = steppedDispersion(value);
		if (dispersion === null) continue;
		const freedom = value.sums.length - 1;
		above += freedom * (dispersion - 1) * value.meanCases;
		weight += freedom * value.meanCases ** 2;
	}
	const slope = weight > 0 ? Math.max(0, above / weight) : 0;
	return (meanCases) => 1 + slope * meanCases;
}
