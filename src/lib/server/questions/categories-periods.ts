import { nextDay, previousDay, shiftDay } from '#lib/filter/codec.ts';
import { daysBetween, monthOf, shiftMonth } from '#lib/filter/period.ts';
import type { Period } from '#lib/measures/period-grid.ts';
import type { LogScope } from './scope.ts';

export type Step = 'month' | 'week' | 'day';
type Days = Pick<LogScope, 'firstDay' | 'asOfDay' | 'days'>;

const mostMonths = 13;
const twoMonths = 62;
const twoWeeks = 16;

/** Columns of a log's calendar: months, unless the log is too short for them to say anything. */
export function stepOf(log: Days): Step {
	const length = daysBetween(log.firstDay, nextDay(log.asOfDay));
	if (length > twoMonths) return 'month';
	return length > twoWeeks ? 'week' : 'day';
}

/**
 * Thirteen months, so that the first and the last are the same month of two years: they end with the
 * period, or with the running month where that follows it. Short logs are shown whole.
 */
export function periodsOf(log: Days, step: Step): Period[] {
	const shift = (day: string, count: number): string =>
		step === 'month' ? shiftMonth(day, count) : shiftDay(day, step === 'week' ? count * 7 : count);
	const begin = (day: string): string =>
		step === 'month' ? monthOf(day) : step === 'week' ? mondayOf(day) : day;
	const known = nextDay(log.asOfDay);
	const running = begin(log.asOfDay);
	const ended = begin(previousDay(log.days.until));
	const last = step !== 'month' || shift(ended, 1) === running ? running : ended;
	const first = begin(log.firstDay);
	const periods: Period[] = [];
	for (let since = last; since >= first && keeps(periods, step); since = shift(since, -1)) {
		const until = shift(since, 1);
		periods.unshift({ since, until, partial: until > known || since < log.firstDay });
	}
	return periods;
}

function keeps(periods: readonly Period[], step: Step): boolean {
	return step !== 'month' || periods.length < mostMonths;
}

function mondayOf(day: string): string {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return shiftDay(day, -((weekday + 6) % 7));
}
