import { leastSquares } from './least-squares.ts';
import type { Columns, LeastSquares } from './least-squares.ts';

/** A regression with its columns by name, in the order of the coefficients. */
export interface NamedColumns {
	readonly [name: string]: readonly number[];
}

export interface NeweyWestOptions {
	/** how many periods back errors may still be related, ≥ 0 */
	readonly lag: number;
	/** multiply the variance by n/(n − p) */
	readonly smallSample?: boolean;
}

/**
 * Least squares with standard errors that stand errors related over time (Newey–West, Bartlett
 * weights 1 − l/(lag + 1), no prewhitening) and with White's for unequal variances (HC1).
 * Sources: Newey & West (1987), Econometrica 55:703; MacKinnon & White (1985).
 * @returns null entries when the columns do not determine the coefficients
 */
export function neweyWest(
	y: readonly number[],
	columns: NamedColumns,
	{ lag, smallSample = false }: NeweyWestOptions
) {
	const names = Object.keys(columns);
	const design = Object.values(columns);
	const fit = leastSquares(design, y);
	if (!fit) return { coefficients: null, standardErrors: null, standardErrorsHc1: null };
	return {
		coefficients: named(names, fit.coefficients),
		standardErrors: named(names, sandwichErrors(design, fit, lag, smallSample)),
		standardErrorsHc1: named(names, sandwichErrors(design, fit, 0, true))
	};
}

/** √ of the diagonal of (XᵀX)⁻¹ S (XᵀX)⁻¹; lag 0 is White's estimate. */
export function sandwichErrors(
	columns: Columns,
	{ inverse, residuals }: LeastSquares,
	lag: number,
	smallSample: boolean
): readonly (number | null)[] {
	const n = residuals.length;
	const free = n - columns.length;
	if (smallSample && free < 1) return columns.map(() => null);
	// Influence of observation t on coefficient j: row j of (XᵀX)⁻¹ times x_t, times the error.
	const influences = inverse.map((row) =>
		residuals.map((error, t) =>
			row.reduce((sum, weight, k) => sum + weight * columns[k]![t]! * error, 0)
		)
	);
	return influences.map((influence) => {
		let variance = 0;
		for (let l = 0; l <= Math.min(lag, n - 1); l++) {
			let product = 0;
			for (let t = l; t < n; t++) product += influence[t]! * influence[t - l]!;
			variance += (l === 0 ? 1 : 2 * (1 - l / (lag + 1))) * product;
		}
		return Math.sqrt(Math.max(0, variance) * (smallSample ? n / free : 1));
	});
}

/** Names for the entries of a list. */
export function named<T>(names: readonly string[], entries: readonly T[]): Record<string, T> {
	return Object.fromEntries(names.map((name, i) => [name, entries[i]!]));
}
