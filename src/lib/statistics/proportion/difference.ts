import { twoSidedNormalPValue, twoSidedNormalQuantile } from '../distributions/normal.ts';
import { scoreDifferenceInterval } from './score-difference.ts';
import { assertTwoByTwo } from './two-by-two.ts';
import type { TwoByTwo } from './two-by-two.ts';
import { wilsonInterval } from './wilson.ts';

/** [lower, upper] on the scale of p₁ − p₂ (share points, −1..1), not cut. */
type Limits = readonly [number, number];

export interface ProportionDifference {
	readonly difference: number | null;
	readonly intervals: {
		readonly wald: Limits | null;
		readonly agrestiCaffo: Limits | null;
		readonly newcombe: Limits | null;
		readonly miettinenNurminen: Limits | null;
	};
	readonly zPooled: number | null;
	readonly pValue: number | null;
}

/**
 * p₁ − p₂ of two independent groups with four intervals and the pooled z test.
 * Everything is null when a group is empty; zPooled and pValue are null when no or every case is a
 * success.
 * Sources: Newcombe (1998), Statistics in Medicine 17:873, methods 1 and 10; Agresti & Caffo (2000),
 * American Statistician 54:280; Miettinen & Nurminen (1985).
 */
export function proportionDifference(table: TwoByTwo, confidence: number): ProportionDifference {
	assertTwoByTwo(table);
	const { x1, n1, x2, n2 } = table;
	if (n1 === 0 || n2 === 0) {
		const none = { wald: null, agrestiCaffo: null, newcombe: null, miettinenNurminen: null };
		return { difference: null, intervals: none, zPooled: null, pValue: null };
	}
	const z = twoSidedNormalQuantile(confidence);
	const zPooled = pooledZ(table);
	return {
		difference: x1 / n1 - x2 / n2,
		intervals: {
			wald: waldLimits(table, z),
			agrestiCaffo: waldLimits({ x1: x1 + 1, n1: n1 + 2, x2: x2 + 1, n2: n2 + 2 }, z),
			newcombe: newcombeLimits(table, confidence),
			miettinenNurminen: scoreDifferenceInterval(table, confidence)
		},
		zPooled,
		pValue: zPooled === null ? null : twoSidedNormalPValue(zPooled)
	};
}

/** z of the test p₁ = p₂ with the pooled share in the variance; null when that variance is 0. */
export function pooledZ({ x1, n1, x2, n2 }: TwoByTwo): number | null {
	const pooled = (x1 + x2) / (n1 + n2);
	const variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
	return variance > 0 && Number.isFinite(variance)
		? (x1 / n1 - x2 / n2) / Math.sqrt(variance)
		: null;
}

function waldLimits({ x1, n1, x2, n2 }: TwoByTwo, z: number): Limits {
	const [p1, p2] = [x1 / n1, x2 / n2];
	const margin = z * Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
	return [p1 - p2 - margin, p1 - p2 + margin];
}

/** Hybrid score limits: the distances of each share to its own Wilson limits, in quadrature. */
function newcombeLimits({ x1, n1, x2, n2 }: TwoByTwo, confidence: number): Limits {
	const [p1, p2] = [x1 / n1, x2 / n2];
	const { lower: l1, upper: u1 } = wilsonInterval(x1, n1, confidence);
	const { lower: l2, upper: u2 } = wilsonInterval(x2, n2, confidence);
	return [
		p1 - p2 - Math.hypot(p1 - (l1 ?? p1), (u2 ?? p2) - p2),
		p1 - p2 + Math.hypot((u1 ?? p1) - p1, p2 - (l2 ?? p2))
	];
}
