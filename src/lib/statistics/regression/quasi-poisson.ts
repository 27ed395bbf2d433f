import { widenedEstimate, type Estimate } from './estimate.ts';
import type { Columns } from './least-squares.ts';
import { poissonRegression } from './poisson-regression.ts';

/**
 * One coefficient of a log-link regression of counts that scatter more than Poisson counts do: standard
 * error times √φ, φ = Pearson χ²/(n − p) but never below 1, t with n − p degrees of freedom.
 * Source: McCullagh & Nelder (1989), § 4.5.2 and § 6.2; t as R `glm(family = quasipoisson)`.
 * @param at which column
 * @param counts ≥ 0; @param exposures > 0
 * @returns null when nothing is left over to tell the scatter, or the columns do not determine the
 * coefficients (also where a group has no count at all)
 */
export function quasiPoisson(
	columns: Columns,
	at: number,
	counts: readonly number[],
	exposures: readonly number[],
	confidence = 0.95
): Estimate | null {
	const df = counts.length - columns.length;
	const fit = df > 0 ? poissonRegression(columns, counts, exposures) : null;
	const variance = fit?.inverse[at]?.[at];
	const estimate = fit?.coefficients[at];
	if (!fit || variance === undefined || estimate === undefined) return null;
	return widenedEstimate(estimate, variance, fit.pearson, df, confidence);
}
