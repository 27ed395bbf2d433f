import { sum } from '../sum.ts';
import { leastSquares } from './least-squares.ts';
import type { Columns } from './least-squares.ts';

export interface PoissonFit {
	readonly coefficients: readonly number[];
	/** (XᵀWX)⁻¹: the covariance of the coefficients without any dispersion */
	readonly inverse: readonly (readonly number[])[];
	readonly fitted: readonly number[];
	readonly deviance: number;
	/** Σ(y − μ)²/μ */
	readonly pearson: number;
}

const MOST_STEPS = 100;

/**
 * Log-link Poisson regression with offset log(exposure), by iteratively reweighted least squares.
 * Source: McCullagh & Nelder (1989), § 2.5.
 * @param counts ≥ 0
 * @param exposures > 0
 * @returns null when the columns do not determine the coefficients or the steps do not settle
 */
export function poissonRegression(
	columns: Columns,
	counts: readonly number[],
	exposures: readonly number[]
): PoissonFit | null {
	const offset = exposures.map(Math.log);
	let means = counts.map((count) => count + 0.5);
	let before: readonly number[] = [];
	for (let step = 0; step < MOST_STEPS; step++) {
		const working = means.map((mu, i) => Math.log(mu) - offset[i]! + (counts[i]! - mu) / mu);
		const fit = leastSquares(columns, working, means);
		if (!fit) return null;
		means = fit.fitted.map((eta, i) => Math.exp(eta + offset[i]!));
		if (!means.every((mu) => mu > 0 && Number.isFinite(mu))) return null;
		if (settled(fit.coefficients, before))
			return {
				coefficients: fit.coefficients,
				inverse: fit.inverse,
				fitted: means,
				deviance: devianceOf(counts, means),
				pearson: sum(means.map((mu, i) => (counts[i]! - mu) ** 2 / mu))
			};
		before = fit.coefficients;
	}
	return null;
}

/** Judged by the coefficients: the deviance is flat at its minimum and settles too early. */
function settled(now: readonly number[], before: readonly number[]): boolean {
	return now.every(
		(value, j) => Math.abs(value - (before[j] ?? NaN)) <= 1e-10 * (1 + Math.abs(value))
	);
}

function devianceOf(counts: readonly number[], means: readonly number[]): number {
	return counts.reduce((total, count, i) => {
		const mu = means[i]!;
		return total + 2 * ((count > 0 ? count * Math.log(count / mu) : 0) - (count - mu));
	}, 0);
}
