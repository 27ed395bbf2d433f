import { widenedEstimate, type Estimate } from './estimate.ts';
import { leastSquares, type Columns } from './least-squares.ts';

const mostSteps = 100;

/**
 * One coefficient of a logistic regression of counts out of counts, with an offset of the logit and scatter
 * beyond chance: standard error times √φ, φ = Pearson χ²/(n − p) but never below 1, t with n − p degrees of
 * freedom. With successes of one group out of both groups' cases of a period and the log ratio of their
 * exposures as offset, it is the Poisson regression of both with an effect of every period taken out
 * (conditional on the totals).
 * Source: McCullagh & Nelder (1989), § 4.4, § 4.5.2 and § 7.4.2.
 * @param at which column
 * @returns null when nothing is left over to tell the scatter, or the coefficients are not determined
 */
export function quasiBinomial(
	columns: Columns,
	at: number,
	successes: readonly number[],
	trials: readonly number[],
	offsets: readonly number[],
	confidence = 0.95
): Estimate | null {
	const df = trials.length - columns.length;
	if (df < 1) return null;
	let chances = trials.map((n, i) => (successes[i]! + 0.5) / (n + 1));
	let before: readonly number[] = [];
	for (let step = 0; step < mostSteps; step++) {
		const weights = chances.map((p, i) => trials[i]! * p * (1 - p));
		const working = chances.map(
			(p, i) =>
				Math.log(p / (1 - p)) - offsets[i]! + (successes[i]! - trials[i]! * p) / (weights[i]! || 1)
		);
		const fit = leastSquares(columns, working, weights);
		if (!fit) return null;
		chances = fit.fitted.map((eta, i) => 1 / (1 + Math.exp(-eta - offsets[i]!)));
		if (!chances.every((p) => p > 1e-12 && p < 1 - 1e-12)) return null;
		const now = fit.coefficients;
		if (
			now.every((value, j) => Math.abs(value - (before[j] ?? NaN)) <= 1e-10 * (1 + Math.abs(value)))
		)
			return widenedEstimate(
				now[at]!,
				fit.inverse[at]![at]!,
				pearsonOf(chances, successes, trials),
				df,
				confidence
			);
		before = now;
	}
	return null;
}

function pearsonOf(
	chances: readonly number[],
	successes: readonly number[],
	trials: readonly number[]
): number {
	return chances.reduce(
		(total, p, i) =>
			trials[i]! > 0
				? total + (successes[i]! - trials[i]! * p) ** 2 / (trials[i]! * p * (1 - p))
				: total,
		0
	);
}
