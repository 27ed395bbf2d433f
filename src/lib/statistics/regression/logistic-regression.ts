import { leastSquares, type Columns } from './least-squares.ts';

const mostSteps = 50;

/**
 * Log-likelihood (without the constant of the counts) of logistic regression on grouped trials, by
 * iteratively reweighted least squares. Null when the columns do not determine the coefficients or the
 * steps do not settle (successes and failures wholly separated).
 * Source: McCullagh & Nelder (1989), § 4.4.
 */
export function logisticRegression(
	columns: Columns,
	trials: readonly number[],
	successes: readonly number[]
): { readonly coefficients: readonly number[]; readonly logLikelihood: number } | null {
	let chances = trials.map((n, i) => (successes[i]! + 0.5) / (n + 1));
	let before: readonly number[] = [];
	for (let step = 0; step < mostSteps; step++) {
		const weights = chances.map((p, i) => trials[i]! * p * (1 - p));
		const working = chances.map(
			(p, i) => Math.log(p / (1 - p)) + (successes[i]! - trials[i]! * p) / (weights[i]! || 1)
		);
		const fit = leastSquares(columns, working, weights);
		if (!fit) return null;
		chances = fit.fitted.map((eta) => 1 / (1 + Math.exp(-eta)));
		if (!chances.every((p) => p > 0 && p < 1)) return null;
		const settled = fit.coefficients.every(
			(value, j) => Math.abs(value - (before[j] ?? NaN)) <= 1e-9 * (1 + Math.abs(value))
		);
		if (settled)
			return {
				coefficients: fit.coefficients,
				logLikelihood: chances.reduce(
					(sum, p, i) =>
						sum + successes[i]! * Math.log(p) + (trials[i]! - successes[i]!) * Math.log1p(-p),
					0
				)
			};
		before = fit.coefficients;
	}
	return null;
}
