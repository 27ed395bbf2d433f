import { leastSquares } from './least-squares.ts';
import { named, sandwichErrors } from './newey-west.ts';
import type { NeweyWestOptions } from './newey-west.ts';
import { segmentedColumns } from './segmented.ts';
import type { SegmentedDesign } from './segmented.ts';

/**
 * Interrupted time series of a measured value: least squares with plain and Newey–West standard
 * errors, and Durbin–Watson (2 when neighbours are unrelated).
 * Sources: Newey & West (1987); Durbin & Watson (1951).
 * @returns all null when the columns do not determine the coefficients
 */
export function segmentedOlsNeweyWest(
	values: readonly number[],
	design: SegmentedDesign,
	{ lag, smallSample = false }: NeweyWestOptions
) {
	const columns = segmentedColumns(design);
	const names = Object.keys(columns);
	const matrix = Object.values(columns);
	const fit = leastSquares(matrix, values);
	if (!fit)
		return {
			coefficients: null,
			standardErrorsOls: null,
			standardErrorsNeweyWest: null,
			durbinWatson: null
		};
	const { residuals, inverse } = fit;
	const free = values.length - matrix.length;
	const squares = residuals.reduce((total, error) => total + error * error, 0);
	const changes = residuals
		.slice(1)
		.reduce((total, error, i) => total + (error - residuals[i]!) ** 2, 0);
	return {
		coefficients: named(names, fit.coefficients),
		standardErrorsOls: named(
			names,
			inverse.map((row, j) => (free > 0 ? Math.sqrt((row[j]! * squares) / free) : null))
		),
		standardErrorsNeweyWest: named(names, sandwichErrors(matrix, fit, lag, smallSample)),
		durbinWatson: squares > 0 ? changes / squares : null
	};
}
