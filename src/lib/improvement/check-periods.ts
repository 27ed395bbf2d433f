import { shiftDay } from '#lib/filter/codec.ts';
import type { Plan } from './plan.ts';

/**
 * What a period is to a verdict: counted before, left out of it by the plan, within the transition, counted
 * after, come after the check date (beside the verdict, never in it), known only in part, or none of these
 * (before the baseline, or between it and the effective date).
 */
export type Side =
	'baseline' | 'excluded' | 'transition' | 'after' | 'later' | 'partial' | 'outside';

interface Period {
	readonly since: string;
	/** Day after the last. */
	readonly until: string;
	readonly partial: boolean;
}

type Windows = Pick<Plan, 'baseline' | 'excluded' | 'effectiveOn' | 'transitionDays' | 'checkOn'>;

/** First day that counts as after; null while the effective date is open. */
export function afterFrom({
	effectiveOn,
	transitionDays
}: Pick<Plan, 'effectiveOn' | 'transitionDays'>): string | null {
	return effectiveOn === null ? null : shiftDay(effectiveOn, transitionDays);
}

/** Day after the last a verdict may look at: the check date's own day counts. Null while it is open. */
export function judgedEnd({ checkOn }: Pick<Plan, 'checkOn'>): string | null {
	return checkOn === null ? null : shiftDay(checkOn, 1);
}

/**
 * The side of each period by the plan. Only whole periods are judged: one that straddles the effective date
 * belongs to the transition, one of which any day was left out is left out. What counts as after ends with the
 * check date: were it open, whoever signs could wait for the day that suits. Without a check date it is open.
 */
export function sidesOf(plan: Windows, periods: readonly Period[]): readonly Side[] {
	const { baseline, excluded, effectiveOn } = plan;
	const after = afterFrom(plan);
	const end = judgedEnd(plan);
	return periods.map(({ since, until, partial }) => {
		if (partial) return 'partial';
		if (after !== null && since >= after) return end === null || until <= end ? 'after' : 'later';
		if (effectiveOn !== null && until > effectiveOn) return 'transition';
		if (!baseline || since < baseline.since || until > baseline.until) return 'outside';
		return excluded.some((days) => since < days.until && days.since < until)
			? 'excluded'
			: 'baseline';
	});
}

/** How many of the periods, oldest first, the verdict may look at: those that end by the check date. */
export function judgedCount(
	plan: Pick<Plan, 'checkOn'>,
	periods: readonly Pick<Period, 'until'>[]
): number {
	const end = judgedEnd(plan);
	const open = end === null ? -1 : periods.findIndex(({ until }) => until > end);
	return open < 0 ? periods.length : open;
}
