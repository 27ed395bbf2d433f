/** From and to as local wall-clock times "HH:MM"; "24:00" is the end of the day. */
export type LocalWindow = readonly [string, string];

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];
export type Week = Readonly<Partial<Record<Weekday, readonly LocalWindow[]>>>;

/** When work is done, as people write it down; dates are local, "YYYY-MM-DD". */
export interface WorkingCalendar {
	/** IANA name, for instance Asia/Shanghai */
	readonly timeZone: string;
	/** windows of each weekday; none, or a day left out, is closed */
	readonly week: Week;
	/** weeks that take its place from a date on, in any order */
	readonly laterWeeks?: readonly { readonly from: string; readonly week: Week }[];
	readonly holidays: readonly string[];
	/** make-up working days and other exceptions; they win over a holiday on the same date */
	readonly specialWorkdays: readonly {
		readonly date: string;
		readonly windows: readonly LocalWindow[];
	}[];
}

/** A stretch of a local day in minutes from its midnight, 0..1440. */
export interface DayWindow {
	readonly fromMinute: number;
	readonly toMinute: number;
}

/**
 * Days are counted from 1970-01-01, so that a local date is a number without any zone.
 * @throws RangeError when it is not a date
 */
export function dayNumberOf(date: string): number {
	const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
	if (!Number.isInteger(day)) throw new RangeError(`"${date}" is not a date`);
	return day;
}

/**
 * The working windows of any local date, ascending and without overlap: those of a special workday,
 * else none on a holiday, else those of the week.
 * @throws RangeError where a time or date cannot be read
 */
export function windowsByDay(calendar: WorkingCalendar): (day: number) => readonly DayWindow[] {
	const weeks = [{ since: -Infinity, week: calendar.week }]
		.concat(
			(calendar.laterWeeks ?? []).map(({ from, week }) => ({ since: dayNumberOf(from), week }))
		)
		.map(({ since, week }) => ({
			since,
			days: weekdays.map((weekday) => dayWindows(week[weekday] ?? []))
		}))
		.sort((a, b) => b.since - a.since);
	const exceptions = new Map<number, readonly DayWindow[]>();
	for (const date of calendar.holidays) exceptions.set(dayNumberOf(date), []);
	for (const { date, windows } of calendar.specialWorkdays)
		exceptions.set(dayNumberOf(date), dayWindows(windows));
	// 1970-01-01 was a Thursday.
	return (day) =>
		exceptions.get(day) ??
		weeks.find(({ since }) => since <= day)!.days[(((day + 4) % 7) + 7) % 7]!;
}

/** The last date with windows, a holiday or a week of its own; 1970-01-01 when there is none. */
export function lastException(calendar: WorkingCalendar): number {
	const { holidays, specialWorkdays, laterWeeks = [] } = calendar;
	const dates = [
		...holidays,
		...specialWorkdays.map(({ date }) => date),
		...laterWeeks.map(({ from }) => from)
	];
	return dates.reduce((last, date) => Math.max(last, dayNumberOf(date)), 0);
}

function dayWindows(windows: readonly LocalWindow[]): readonly DayWindow[] {
	const sorted = windows
		.map(([from, to]) => ({ fromMinute: minuteOf(from), toMinute: minuteOf(to) }))
		.filter(({ fromMinute, toMinute }) => fromMinute < toMinute)
		.sort((a, b) => a.fromMinute - b.fromMinute);
	const merged: DayWindow[] = [];
	for (const next of sorted) {
		const last = merged.at(-1);
		if (last && next.fromMinute <= last.toMinute)
			merged[merged.length - 1] = {
				fromMinute: last.fromMinute,
				toMinute: Math.max(last.toMinute, next.toMinute)
			};
		else merged.push(next);
	}
	return merged;
}

function minuteOf(time: string): number {
	const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
	const minute = Number(hours) * 60 + Number(minutes);
	if (!(minute >= 0 && minute <= 1440 && Number(minutes) < 60))
		throw new RangeError(`"${time}" is not a time of day`);
	return minute;
}
