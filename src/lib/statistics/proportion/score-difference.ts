import { twoSidedNormalQuantile } from '../distributions/normal.ts';
import type { TwoByTwo } from './two-by-two.ts';
import { signedScore } from './signed-score.ts';
import { findRoot } from '../find-root.ts';

/**
 * Miettinen–Nurminen score interval of p₁ − p₂: all δ whose score statistic, with the variance at
 * the constrained maximum likelihood times N/(N − 1), stays within ±z.
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4:213.
 * @returns [lower, upper] within −1..1
 */
export function scoreDifferenceInterval(
	table: TwoByTwo,
	confidence: number
): readonly [number, number] {
	const { x1, n1, x2, n2 } = table;
	// Shares near 1 lose the digits that shares near 0 keep: then look at the failures instead.
	if (x1 + x2 > (n1 + n2) / 2) {
		const failures = { x1: n1 - x1, n1, x2: n2 - x2, n2 };
		const [lower, upper] = scoreDifferenceInterval(failures, confidence);
		return [-upper, -lower];
	}
	const z = twoSidedNormalQuantile(confidence);
	const difference = x1 / n1 - x2 / n2;
	const correction = (n1 + n2) / (n1 + n2 - 1);
	const score = (delta: number): number => {
		const p1 = constrainedFirst(table, delta);
		const p2 = Math.min(1, Math.max(0, p1 - delta));
		const variance = ((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2) * correction;
		return signedScore(difference - delta, variance);
	};
	return [
		findRoot((delta) => score(delta) - z, -1, 1),
		findRoot((delta) => score(delta) + z, -1, 1)
	];
}

/**
 * Maximum likelihood of p₁ under p₁ − p₂ = δ: the middle root of a cubic, in closed form.
 * Source: Farrington & Manning (1990), Statistics in Medicine 9:1447, appendix.
 */
function constrainedFirst({ x1, n1, x2, n2 }: TwoByTwo, delta: number): number {
	const p1 = x1 / n1;
	const p2 = x2 / n2;
	const theta = n2 / n1;
	const a = 1 + theta;
	const b = -(1 + theta + p1 + theta * p2 + delta * (theta + 2));
	const c = delta * delta + delta * (2 * p1 + theta + 1) + p1 + theta * p2;
	const d = -p1 * delta * (1 + delta);
	const third = b / (3 * a);
	const v = third ** 3 - (b * c) / (6 * a * a) + d / (2 * a);
	const u = Math.sign(v || 1) * Math.sqrt(Math.max(0, third * third - c / (3 * a)));
	const cosine = u === 0 ? 0 : Math.min(1, Math.max(-1, v / u ** 3));
	const w = (Math.PI + Math.acos(cosine)) / 3;
	const root = 2 * u * Math.cos(w) - third;
	return Math.min(1, delta + 1, Math.max(0, delta, root));
}
