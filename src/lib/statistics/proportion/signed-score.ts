/**
 * distance/√variance that stays finite: at the edge of the parameter space the variance is 0 and
 * the statistic jumps, which a root search must be able to walk across.
 */
export function signedScore(distance: number, variance: number): number {
	if (distance === 0) return 0;
	const score = distance / Math.sqrt(variance);
	return Number.isFinite(score) ? score : Math.sign(distance) * 1e100;
}
