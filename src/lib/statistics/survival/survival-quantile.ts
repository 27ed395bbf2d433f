import { twoSidedNormalQuantile } from '../distributions/normal.ts';
import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.ts';

/** Shares such as 1/2 reached by a product of fractions must count as reached. */
const SLACK = 1e-12;

export interface SurvivalQuantile {
	/** in the unit of the durations; null = not reached ("> the longest observed") */
	readonly value: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
}

/**
 * The duration by which a share of the cases has ended (0.5 = median, 0.9 = p90): the first time
 * at which at most 1 − share are still open. The interval holds the times whose log-log limits of
 * survival contain 1 − share.
 * Sources: Brookmeyer & Crowley (1982), Biometrics 38:29; log-log limits as in Kalbfleisch &
 * Prentice (2002), § 1.4; the same as R survfit(conf.type = "log-log").
 * @param share 0 < share < 1
 */
export function survivalQuantile(
	curve: SurvivalCurve,
	share: number,
	confidence = 0.95
): SurvivalQuantile {
	const open = 1 - share;
	const z = twoSidedNormalQuantile(confidence);
	const firstTime = (height: (step: SurvivalStep) => number): number | null =>
		curve.steps.find((step) => height(step) <= open + SLACK)?.time ?? null;
	return {
		value: firstTime((step) => step.survival),
		lower: firstTime((step) => logLogLimit(step, -z)),
		upper: firstTime((step) => logLogLimit(step, z))
	};
}

/**
 * S^exp(∓z·se/|log S|), with se the standard error of log S. Where nobody is left the upper limit
 * is not defined, which is taken as "may still be anything".
 */
function logLogLimit({ survival, logVariance }: SurvivalStep, z: number): number {
	if (survival === 0) return z > 0 ? 1 : 0;
	const log = Math.log(survival);
	return survival ** Math.exp((-z * Math.sqrt(logVariance)) / Math.abs(log));
}

/**
 * Share of the cases ended by a duration, with log-log limits; for "answered within 24 h" of a
 * cohort some of which is still open.
 * @returns share 0 with null limits before the first event
 */
export function endedBy(curve: SurvivalCurve, time: number, confidence = 0.95) {
	const step = curve.steps.findLast((candidate) => candidate.time <= time);
	if (curve.n === 0) return { share: null, lower: null, upper: null };
	if (!step) return { share: 0, lower: null, upper: null };
	if (step.survival === 0) return { share: 1, lower: null, upper: null };
	const z = twoSidedNormalQuantile(confidence);
	return {
		share: 1 - step.survival,
		lower: 1 - logLogLimit(step, z),
		upper: 1 - logLogLimit(step, -z)
	};
}
