import { dispersionTest } from '../control/overdispersion.ts';
import { twoSidedNormalPValue } from '../distributions/normal.ts';
import { twoSidedTQuantile } from '../distributions/student-t.ts';
import { sum } from '../sum.ts';
import { proportionDifference } from './difference.ts';

/** Successes and trials of the periods of one phase. */
export interface CountedShares {
	readonly counts: readonly number[];
	/** > 0 */
	readonly sizes: readonly number[];
}

export interface WidenedDifference {
	/** Share points, after − before. */
	readonly difference: number;
	readonly lower: number;
	readonly upper: number;
	readonly df: number;
	/** φ, never below 1. */
	readonly dispersion: number;
}

/**
 * How much a share changed, where it varies more from period to period than chance: Newcombe's interval with
 * both groups cut to their effective sizes n/φ, φ = Pearson χ²/(n − 2) of the periods around the two shares
 * but never below 1, and with the t of n − 2 degrees of freedom in place of z.
 * Source: Newcombe (1998), Statistics in Medicine 17:873, method 10; effective sizes as Rao & Scott (1992),
 * Biometrics 48:577; φ as McCullagh & Nelder (1989), § 4.5.2.
 * @returns null with an empty phase or fewer than three periods
 */
export function widenedDifference(
	before: CountedShares,
	after: CountedShares,
	confidence = 0.95
): WidenedDifference | null {
	const df = before.counts.length + after.counts.length - 2;
	if (df < 1) return null;
	const dispersion = Math.max(1, dispersionTest([before, after], 'binomial')?.ratio ?? 1);
	// The confidence at which z is that t: Wilson's limits take their z from it.
	const asNormal = 1 - twoSidedNormalPValue(twoSidedTQuantile(confidence, df));
	const { difference, intervals } = proportionDifference(
		{
			x1: sum(after.counts) / dispersion,
			n1: sum(after.sizes) / dispersion,
			x2: sum(before.counts) / dispersion,
			n2: sum(before.sizes) / dispersion
		},
		asNormal
	);
	if (difference === null || intervals.newcombe === null) return null;
	const [lower, upper] = intervals.newcombe;
	return { difference, lower, upper, df, dispersion };
}
