import { nextDay, previousDay, shiftDay } from '#lib/filter/codec.ts';
import { daysBetween, monthOf, shiftMonth } from '#lib/filter/period.ts';
import type { ControlPeriod } from '#lib/measures/control-series.ts';
import type { LogScope } from './scope.ts';

export const steps = ['month', 'week', 'day'] as const;
export type Step = (typeof steps)[number];

/** So far back a chart reaches: limits of older times say little about now. */
const most: Readonly<Record<Step, number>> = { month: 60, week: 157, day: 182 };

/** Days from which the seasons of daily charts are learnt: a festival seen once tells nothing. */
export const longestHistory = 4 * 366;

/**
 * The months, weeks or days of a chart, oldest first: as far back as the log tells, up to the end of the
 * period asked about.
 */
export function controlPeriods(
	log: Pick<LogScope, 'firstDay' | 'asOfDay' | 'days'>,
	step: Step,
	longest: number = most[step]
): readonly ControlPeriod[] {
	const shift = (day: string, count: number): string =>
		step === 'month' ? shiftMonth(day, count) : shiftDay(day, step === 'week' ? count * 7 : count);
	const begin = (day: string): string =>
		step === 'month' ? monthOf(day) : step === 'week' ? mondayOf(day) : day;
	const known = nextDay(log.asOfDay);
	const end = log.days.until < known ? log.days.until : known;
	const first = begin(log.firstDay);
	const periods: ControlPeriod[] = [];
	for (
		let since = begin(previousDay(end));
		since >= first && periods.length < longest;
		since = shift(since, -1)
	) {
		const until = shift(since, 1);
		const partial = until > end || since < log.firstDay;
		const from = since < log.firstDay ? log.firstDay : since;
		periods.unshift({
			since,
			until,
			days: daysBetween(since, until),
			partial,
			...(partial && { told: daysBetween(from, until < end ? until : end) })
		});
	}
	return periods;
}

function mondayOf(day: string): string {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return shiftDay(day, -((weekday + 6) % 7));
}
