import { nextDay, previousDay, shiftDay } from '#lib/filter/codec.ts';
import { daysBetween, monthOf, shiftMonth } from '#lib/filter/period.ts';
import type { DayRange } from '#lib/filter/filter.ts';
import type { Period, PeriodCount } from '#lib/measures/period-grid.ts';
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
 * period, or with the running month where that follows it. Short logs are shown whole. Cases dated after
 * the running month have no column (`laterCases`).
 */
export function periodsOf(log: Days, step: Step): Period[] {
	const shift = (day: string, count: number): string =>
		step === 'month' ? shiftMonth(day, count) : shiftDay(day, step === 'week' ? count * 7 : count);
	const begin = (day: string): string =>
		step === 'month' ? monthOf(day) : step === 'week' ? mondayOf(day) : day;
	const known = nextDay(log.asOfDay);
	const running = begin(log.asOfDay);
	const ended = begin(previousDay(log.days.until));
	// Single cases dated years ahead, which "all days" takes in, would leave nothing but empty columns.
	const ahead = ended > running && log.days.since <= log.asOfDay;
	const last = step !== 'month' || ahead || shift(ended, 1) === running ? running : ended;
	const first = begin(log.firstDay);
	const periods: Period[] = [];
	for (let since = last; since >= first && keeps(periods, step); since = shift(since, -1)) {
		const until = shift(since, 1);
		periods.unshift({ since, until, partial: until > known || since < log.firstDay });
	}
	return periods;
}

/** Days after the last column, and the cases on them, where the log has cases dated after its own end. */
export function laterCases(
	log: Pick<LogScope, 'asOfDay' | 'lastDay'>,
	periods: readonly Period[],
	counts: readonly PeriodCount[]
): { readonly days: DayRange; readonly cases: number } | null {
	const since = periods.at(-1)?.until;
	if (since === undefined || since <= log.asOfDay || !log.lastDay || log.lastDay < since)
		return null;
	const later = counts.filter((row) => row.since >= since);
	return {
		days: { since, until: nextDay(log.lastDay) },
		cases: later.reduce((sum, { cases }) => sum + cases, 0)
	};
}

function keeps(periods: readonly Period[], step: Step): boolean {
	return step !== 'month' || periods.length < mostMonths;
}

function mondayOf(day: string): string {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return shiftDay(day, -((weekday + 6) % 7));
}
