import { nextDay, shiftDay } from '#lib/filter/codec.ts';
import type { Day, DayRange } from '#lib/filter/filter.ts';
import { daysBetween, shiftMonth } from '#lib/filter/period.ts';
import type { LogScope } from './scope.ts';

/** A month as far as the log tells of it, and the days it is held against. */
export interface ReviewSpan {
	readonly month: Day;
	readonly told: DayRange;
	readonly partial: boolean;
	/** Last day of the month it knows, as the queries take it: 31 for a whole month. */
	readonly toDay: string;
	/** The same days of the month before and of last year; null where the log does not reach. */
	readonly before: DayRange | null;
	readonly yearAgo: DayRange | null;
}

/** Null where the log tells nothing of the month. */
export function reviewSpan(log: LogScope, month: Day): ReviewSpan | null {
	const end = shiftMonth(month, 1);
	const known = nextDay(log.asOfDay);
	const told = {
		since: log.firstDay > month ? log.firstDay : month,
		until: known < end ? known : end
	};
	if (told.since >= told.until) return null;
	const running = told.until < end;
	const days = daysBetween(month, told.until);
	const sameDays = (first: Day): DayRange | null => {
		const last = shiftMonth(first, 1);
		const until = running ? shiftDay(first, days) : last;
		return first >= log.firstDay ? { since: first, until: until < last ? until : last } : null;
	};
	return {
		month,
		told,
		partial: running || told.since > month,
		toDay: running ? String(days) : '31',
		before: told.since > month ? null : sameDays(shiftMonth(month, -1)),
		yearAgo: told.since > month ? null : sameDays(shiftMonth(month, -12))
	};
}
