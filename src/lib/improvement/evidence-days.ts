import { nextDay, shiftDay } from '#lib/filter/codec.ts';
import { daysBetween, monthOf, shiftMonth } from '#lib/filter/period.ts';
import type { EvidenceStep } from './evidence.ts';
import type { Days } from './plan.ts';

/** Periods shown one after another, where a mark names no dimension. */
const mostPeriods = 12;

/**
 * The days today that answer to frozen ones: as many whole months where these were whole months, months up
 * to the as-of day where these ran up to it, else as many days up to it.
 */
export function liveDays(frozen: Days, frozenAsOfDay: string, asOfDay: string): Days {
	const end = nextDay(asOfDay);
	const month = monthOf(asOfDay);
	if (isMonthStart(frozen.since) && isMonthStart(frozen.until)) {
		const until = isMonthStart(end) ? end : month;
		return { since: shiftMonth(until, -monthsBetween(frozen.since, frozen.until)), until };
	}
	if (isMonthStart(frozen.since) && frozen.until === nextDay(frozenAsOfDay)) {
		const months = monthsBetween(frozen.since, monthOf(frozenAsOfDay));
		return { since: shiftMonth(month, -months), until: end };
	}
	return { since: shiftDay(end, -daysBetween(frozen.since, frozen.until)), until: end };
}

/** The step that shows days as points of their own: a day, a week, else months. */
export function stepOf({ since, until }: Days): EvidenceStep {
	const days = daysBetween(since, until);
	if (days <= 1) return 'day';
	return days < 28 && !(isMonthStart(since) && days > 7) ? 'week' : 'month';
}

/** First day of the period a day lies in. */
export function periodStart(day: string, step: EvidenceStep): string {
	if (step === 'month') return monthOf(day);
	if (step === 'day') return day;
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return shiftDay(day, -((weekday + 6) % 7));
}

/** First day of the period so many before; a negative count leads on. */
export function periodsBefore(since: string, step: EvidenceStep, count: number): string {
	if (step === 'month') return shiftMonth(since, -count);
	return shiftDay(since, step === 'week' ? -7 * count : -count);
}

/** The last periods up to these days' end, oldest first; those the days reach into are marked. */
export function periodsUpTo(
	days: Days,
	step: EvidenceStep
): readonly (Days & { readonly marked: boolean })[] {
	const last = periodStart(shiftDay(days.until, -1), step);
	return Array.from({ length: mostPeriods }, (_, at) => {
		const since = periodsBefore(last, step, mostPeriods - 1 - at);
		const until = periodsBefore(since, step, -1);
		return { since, until, marked: since < days.until && until > days.since };
	});
}

function monthsBetween(since: string, until: string): number {
	const [year = 0, month = 0] = since.split('-').map(Number);
	const [lastYear = 0, lastMonth = 0] = until.split('-').map(Number);
	return (lastYear - year) * 12 + lastMonth - month;
}

function isMonthStart(day: string): boolean {
	return day.endsWith('-01');
}
