import chinaHolidays from '../../../data/calendars/china-holidays.json' with { type: 'json' };
import type { LocalWindow, Week, WorkingCalendar } from './working-calendar.ts';

/** A date that departs from the week, and what it is called. */
export interface NamedDay {
	readonly date: string;
	readonly name: string;
}

export interface MakeUpDay extends NamedDay {
	/** Absent: the windows of the Monday of the week then in force. */
	readonly windows?: readonly LocalWindow[];
}

/** The languages names of shipped data are written in. */
export type Names = Readonly<Record<'en' | 'zh-CN' | 'zh-TW', string>>;

/** A calendar as it is kept and edited. */
export interface NamedCalendar {
	readonly id: string;
	readonly names: Names;
	/** IANA name. */
	readonly timeZone: string;
	/** `china`: with the public holidays and make-up days of mainland China. */
	readonly publicHolidays: 'china' | null;
	/** Weeks by the date they hold from; the first holds from always. */
	readonly weeks: readonly { readonly from: string | null; readonly week: Week }[];
	readonly holidays: readonly NamedDay[];
	readonly makeUpDays: readonly MakeUpDay[];
}

/** The last date up to which public holidays are known; null where a calendar has none of these. */
export function holidaysKnownUntil(calendar: NamedCalendar): string | null {
	return calendar.publicHolidays === 'china' ? chinaHolidays.knownUntil : null;
}

/** Every holiday with its name, own ones and public ones. */
export function holidaysOf(calendar: NamedCalendar): readonly NamedDay[] {
	return calendar.publicHolidays === 'china'
		? [...chinaHolidays.holidays, ...calendar.holidays]
		: calendar.holidays;
}

/** Every make-up working day with its windows. */
export function makeUpDaysOf(calendar: NamedCalendar): readonly Required<MakeUpDay>[] {
	const days: readonly MakeUpDay[] =
		calendar.publicHolidays === 'china'
			? [...chinaHolidays.makeUpDays, ...calendar.makeUpDays]
			: calendar.makeUpDays;
	return days.map((day) => ({
		...day,
		windows: day.windows ?? weekOn(calendar, day.date).mon ?? []
	}));
}

/** The calendar as time is counted by it. */
export function workingCalendarOf(calendar: NamedCalendar): WorkingCalendar {
	const [first, ...later] = sortedWeeks(calendar);
	return {
		timeZone: calendar.timeZone,
		week: first?.week ?? {},
		laterWeeks: later.map(({ from, week }) => ({ from: from ?? '1970-01-01', week })),
		holidays: holidaysOf(calendar).map(({ date }) => date),
		specialWorkdays: makeUpDaysOf(calendar)
	};
}

/** Seconds of a whole working day: those of the Monday in force, the longest day where it is closed. */
export function workingDaySeconds(calendar: NamedCalendar, date: string): number {
	const week = weekOn(calendar, date);
	const monday = secondsOf(week.mon ?? []);
	return monday > 0 ? monday : Math.max(0, ...Object.values(week).map(secondsOf));
}

function weekOn(calendar: NamedCalendar, date: string): Week {
	return sortedWeeks(calendar).findLast(({ from }) => from === null || from <= date)?.week ?? {};
}

function sortedWeeks({ weeks }: NamedCalendar): NamedCalendar['weeks'] {
	return [...weeks].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
}

function secondsOf(windows: readonly LocalWindow[]): number {
	const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
	return windows.reduce((sum, [from, to]) => sum + (minutes(to) - minutes(from)) * 60, 0);
}
