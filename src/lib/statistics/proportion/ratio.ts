import { twoSidedNormalQuantile } from '../distributions/normal.ts';
import { findRoot } from '../find-root.ts';
import { signedScore } from './signed-score.ts';
import { assertTwoByTwo } from './two-by-two.ts';
import type { TwoByTwo } from './two-by-two.ts';

/** [lower, upper]; an infinite upper limit is null. */
type RatioLimits = readonly [number, number | null];

export interface ProportionRatio {
	/** p₁/p₂; null when infinite or undefined */
	readonly riskRatio: number | null;
	readonly riskRatioScoreInterval: RatioLimits | null;
	readonly oddsRatio: number | null;
	readonly oddsRatioScoreInterval: RatioLimits | null;
}

/** Wide enough for any ratio of counts below 10²⁵. */
const LOG_LIMIT = 60;

/**
 * Risk ratio p₁/p₂ with Koopman's score interval (no N/(N − 1)) and odds ratio with the
 * Miettinen–Nurminen score interval (Pearson χ² × (N − 1)/N). The limits are roots of the score
 * equation. Everything is null when a group is empty.
 * Sources: Koopman (1984), Biometrics 40:513; Miettinen & Nurminen (1985), Stat. in Medicine 4:213.
 */
export function proportionRatio(table: TwoByTwo, confidence: number): ProportionRatio {
	assertTwoByTwo(table);
	const { x1, n1, x2, n2 } = table;
	if (n1 === 0 || n2 === 0)
		return {
			riskRatio: null,
			riskRatioScoreInterval: null,
			oddsRatio: null,
			oddsRatioScoreInterval: null
		};
	const z = twoSidedNormalQuantile(confidence);
	const oddsTop = x1 * (n2 - x2);
	const oddsBottom = x2 * (n1 - x1);
	return {
		riskRatio: x2 === 0 ? null : x1 / n1 / (x2 / n2),
		riskRatioScoreInterval: limits((ratio) => riskScore(table, ratio), z, x1 === 0, x2 === 0),
		oddsRatio: oddsBottom === 0 ? null : oddsTop / oddsBottom,
		oddsRatioScoreInterval: limits(
			(ratio) => oddsScore(table, ratio),
			z,
			oddsTop === 0,
			oddsBottom === 0
		)
	};
}

function limits(
	score: (ratio: number) => number,
	z: number,
	reachesZero: boolean,
	reachesInfinity: boolean
): RatioLimits {
	const rootAt = (target: number): number =>
		Math.exp(findRoot((log) => score(Math.exp(log)) - target, -LOG_LIMIT, LOG_LIMIT));
	return [reachesZero ? 0 : rootAt(z), reachesInfinity ? null : rootAt(-z)];
}

/** Signed root of Koopman's χ² at p₁ = ratio · p₂; falls as the ratio grows. */
function riskScore({ x1, n1, x2, n2 }: TwoByTwo, ratio: number): number {
	const a = (n1 + n2) * ratio;
	const b = n1 * ratio + x1 + n2 + x2 * ratio;
	const c = x1 + x2;
	const p2 = (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
	const p1 = Math.min(1, p2 * ratio);
	const variance = (p1 * (1 - p1)) / n1 + (ratio * ratio * p2 * (1 - p2)) / n2;
	return signedScore(x1 / n1 - (ratio * x2) / n2, variance);
}

/**
 * Signed root of Pearson's χ² × (N − 1)/N at the odds ratio given; falls as the ratio grows.
 * With the margins fixed, the expected counts are u, u + g and w, w + h, where u + w is the room
 * between the least and the most the first cell can hold; solving for u and for w keeps the digits
 * of all four however near a share comes to 0 or 1.
 */
function oddsScore({ x1, n1, x2, n2 }: TwoByTwo, ratio: number): number {
	const total = x1 + x2;
	const least = Math.max(0, total - n2);
	const room = Math.min(n1, total) - least;
	const g = Math.abs(n2 - total);
	const h = Math.abs(n1 - total);
	const u = partOfRoom(ratio, room, g, h);
	const w = partOfRoom(1 / ratio, room, h, g);
	const distance = u < w ? x1 - least - u : w - (least + room - x1);
	const information = 1 / u + 1 / (u + g) + 1 / w + 1 / (w + h);
	return signedScore(distance, (n1 + n2) / ((n1 + n2 - 1) * information));
}

/** u of u(u + g) = ratio · (room − u)(room − u + h), by the form of the root without cancellation. */
function partOfRoom(ratio: number, room: number, g: number, h: number): number {
	const b = g + ratio * (2 * room + h);
	const c = ratio * room * (room + h);
	return (2 * c) / (b + Math.sqrt(Math.max(0, b * b + 4 * (1 - ratio) * c)));
}
