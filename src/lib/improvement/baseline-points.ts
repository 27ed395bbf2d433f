import { afterFrom, judgedEnd } from './check-periods.ts';
import type { Days, Plan } from './plan.ts';

/** Fewer points than these make trial limits, and must be called so. */
export const fewestBaselinePoints = 12;

/** Of fewer nothing can be told: not even as trial limits, unless the log tells of no more. */
export const fewestTrialPoints = 6;

/** Fewer whole periods than these after tell nothing. */
export const fewestAfterPoints = 3;

/** Whole periods a plan's verdict will count as after, once the data reach its check date; undefined: open. */
export function afterPoints(
	plan: Pick<Plan, 'step' | 'effectiveOn' | 'transitionDays' | 'checkOn'>
): number | undefined {
	const since = afterFrom(plan);
	const until = judgedEnd(plan);
	if (since === null || until === null) return undefined;
	const days = { since, until };
	return baselinePoints({ baseline: days, excluded: [], step: plan.step });
}

/** Points there could be: every whole period from the first day of the log up to the effective date. */
export function pointsAtHand(
	plan: Pick<Plan, 'excluded' | 'step' | 'effectiveOn'>,
	firstDay: string
): number | undefined {
	if (plan.effectiveOn === null) return undefined;
	return baselinePoints({ ...plan, baseline: { since: firstDay, until: plan.effectiveOn } });
}

const dayLength = 86_400_000;

/**
 * How many whole weeks (from Monday) or months the baseline has, without those an excluded day falls
 * into. Half a period at either end is no point.
 */
export function baselinePoints({
	baseline,
	excluded,
	step
}: Pick<Plan, 'baseline' | 'excluded' | 'step'>): number {
	if (!baseline) return 0;
	const since = Date.parse(baseline.since);
	const until = Date.parse(baseline.until);
	if (Number.isNaN(since) || Number.isNaN(until)) return 0;
	let points = 0;
	let start = periodStart(since, step);
	if (start < since) start = nextStart(start, step);
	for (let end = nextStart(start, step); end <= until; end = nextStart(start, step)) {
		if (!excluded.some((days) => overlap(days, start, end))) points++;
		start = end;
	}
	return points;
}

function overlap({ since, until }: Days, start: number, end: number): boolean {
	return Date.parse(since) < end && Date.parse(until) > start;
}

function periodStart(time: number, step: Plan['step']): number {
	const date = new Date(time);
	if (step === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
	return time - ((date.getUTCDay() + 6) % 7) * dayLength;
}

function nextStart(start: number, step: Plan['step']): number {
	if (step === 'week') return start + 7 * dayLength;
	const date = new Date(start);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
