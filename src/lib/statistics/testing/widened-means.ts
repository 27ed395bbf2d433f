import { twoSidedTQuantile } from '../distributions/student-t.ts';
import { sum } from '../sum.ts';

/** Cases, sum and sum of squares of a value in each period of one phase. */
export interface PeriodMoments {
	/** > 0 */
	readonly cases: readonly number[];
	readonly sums: readonly number[];
	readonly squares: readonly number[];
}

export interface WidenedMeans {
	/** In the unit of the value, after − before. */
	readonly difference: number;
	readonly standardError: number;
	readonly lower: number;
	readonly upper: number;
	readonly df: number;
	/** Scatter of the period means over what their cases alone give; never below 1. */
	readonly dispersion: number;
}

/**
 * How much a mean changed, where the means of periods vary more than their cases alone explain: the standard
 * error σ√(1/N₀ + 1/N₁) of the cases, σ² within periods, times √φ with φ = Σ nⱼ(x̄ⱼ − x̄)²/σ²/(k − 2) over the
 * k periods around their phase, never below 1; t with k − 2 degrees of freedom.
 * Source: weighted least squares of the period means, Draper & Smith (1998), § 9.2; φ the mean square between
 * over within of a one-way layout, Searle et al. (1992), Variance Components, § 3.6.
 * @returns null with an empty phase, fewer than three periods or no scatter within them
 */
export function widenedMeans(
	before: PeriodMoments,
	after: PeriodMoments,
	confidence = 0.95
): WidenedMeans | null {
	const df = before.cases.length + after.cases.length - 2;
	const [n0, n1] = [sum(before.cases), sum(after.cases)];
	const within = [before, after].reduce(
		(total, { cases, sums, squares }) =>
			total + sum(cases.map((n, j) => squares[j]! - sums[j]! ** 2 / n)),
		0
	);
	const freeWithin = n0 + n1 - df - 2;
	if (df < 1 || n0 === 0 || n1 === 0 || freeWithin < 1 || !(within > 0)) return null;
	const variance = within / freeWithin;
	const between = [before, after].reduce((total, { cases, sums }) => {
		const mean = sum(sums) / sum(cases);
		return total + sum(cases.map((n, j) => n * (sums[j]! / n - mean) ** 2));
	}, 0);
	const dispersion = Math.max(1, between / variance / df);
	const difference = sum(after.sums) / n1 - sum(before.sums) / n0;
	const standardError = Math.sqrt(variance * dispersion * (1 / n0 + 1 / n1));
	const margin = twoSidedTQuantile(confidence, df) * standardError;
	return {
		difference,
		standardError,
		lower: difference - margin,
		upper: difference + margin,
		df,
		dispersion
	};
}
