import { nextDay, previousDay, shiftDay } from './codec.ts';
import type { Comparison, Day, DayRange, Period } from './filter.ts';

/** The days a log tells about: first receipt to the as-of day, both included. */
export interface LogSpan {
	readonly firstDay: Day;
	readonly asOfDay: Day;
	/** Last receipt, where it lies after the as-of day: a wrong date, which must not move every period. */
	readonly lastDay?: Day;
}

/**
 * The days a period means for a log. A period ends with the as-of day at the latest, so that the
 * running month is as long as the log knows it and is compared with as many days; `all` takes in
 * cases dated later.
 */
export function resolvePeriod(period: Period, log: LogSpan): DayRange {
	const end = nextDay(log.asOfDay);
	if (typeof period === 'object') {
		// Cutting must not leave out cases dated later, which the period does mean.
		const isRunningOn = period.since < end && period.until > end && log.lastDay === undefined;
		return isRunningOn ? { ...period, until: end } : period;
	}
	const month = monthOf(log.asOfDay);
	const fromLog = (since: Day): DayRange => ({
		since: since < log.firstDay ? log.firstDay : since,
		until: end
	});
	switch (period) {
		case 'this-month':
			return { since: month, until: end };
		case 'last-month':
			return { since: shiftMonth(month, -1), until: month };
		case 'this-quarter':
			return { since: quarterOf(log.asOfDay), until: end };
		case 'this-year':
			return { since: `${log.asOfDay.slice(0, 4)}-01-01`, until: end };
		case 'recent':
			return fromLog(shiftMonth(month, -11));
		case 'whole-months': {
			const until = isMonthStart(end) ? end : month;
			return { since: shiftMonth(until, -12), until };
		}
		case 'all':
			return { since: log.firstDay, until: log.lastDay ? nextDay(log.lastDay) : end };
	}
}

/**
 * The days a period is compared with, like for like: as many days into the same months. `auto` takes
 * last year if the log reaches back that far, else the days before, else nothing. Days that all lie
 * before the log are nothing to compare with: they would count as days without complaints.
 */
export function resolveComparison(
	comparison: Comparison,
	period: DayRange,
	log: LogSpan
): { readonly kind: 'year' | 'previous'; readonly days: DayRange } | null {
	const year = { kind: 'year', days: shiftRange(period, -12) } as const;
	const previous = { kind: 'previous', days: before(period) } as const;
	switch (comparison) {
		case 'none':
		case 'rest':
			return null;
		case 'year':
			return year.days.until > log.firstDay ? year : null;
		case 'previous':
			return previous.days.until > log.firstDay ? previous : null;
		case 'auto':
			return [year, previous].find(({ days }) => days.since >= log.firstDay) ?? null;
	}
}

/** True where the range ends inside a month that the log has not seen the end of. */
export function isRunning(range: DayRange, log: LogSpan): boolean {
	return range.until === nextDay(log.asOfDay) && !isMonthStart(range.until);
}

/** First day of the month. */
export function monthOf(day: Day): Day {
	return `${day.slice(0, 7)}-01`;
}

/** The same day `months` later, or the month's last where it has no such day. */
export function shiftMonth(day: Day, months: number): Day {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const first = new Date(Date.UTC(year, month - 1 + months, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(date, last));
	return first.toISOString().slice(0, 10);
}

export function daysBetween(since: Day, until: Day): number {
	return Math.round((Date.parse(until) - Date.parse(since)) / 86_400_000);
}

function shiftRange(range: DayRange, months: number): DayRange {
	const until = isMonthStart(range.until)
		? shiftMonth(range.until, months)
		: nextDay(shiftMonth(previousDay(range.until), months));
	return { since: shiftMonth(range.since, months), until };
}

/** The equally long stretch before: whole months by months, other stretches by days. */
function before(range: DayRange): DayRange {
	if (!isMonthStart(range.since)) {
		const length = daysBetween(range.since, range.until);
		return { since: shiftDay(range.since, -length), until: range.since };
	}
	let months = 1;
	while (shiftMonth(range.since, months) < range.until) months++;
	return shiftRange(range, -months);
}

function quarterOf(day: Day): Day {
	const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
	return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

function isMonthStart(day: Day): boolean {
	return day.endsWith('-01');
}
