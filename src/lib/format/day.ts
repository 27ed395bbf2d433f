import type { Locale } from './locale.ts';

/** Days as `YYYY-MM-DD` of the business zone, from `since` up to, not including, `until`. */
export interface Days {
	readonly since: string;
	readonly until: string;
}

/** A day: 18 Nov 2025, 2025年11月18日. */
export function day(text: string, locale: Locale): string {
	const { year, month, date } = partsOf(text);
	return locale === 'en' ? `${date} ${monthName(month)} ${year}` : `${year}年${month}月${date}日`;
}

/** A day without its year: 18 Nov, 11月18日. */
export function dayOfYear(text: string, locale: Locale): string {
	const { month, date } = partsOf(text);
	return locale === 'en' ? `${date} ${monthName(month)}` : `${month}月${date}日`;
}

/** A month, given by any of its days or as `YYYY-MM`: Nov 2025, 2025年11月. */
export function month(text: string, locale: Locale): string {
	const { year, month } = partsOf(text);
	return locale === 'en' ? `${monthName(month)} ${year}` : `${year}年${month}月`;
}

/** A month without its year: Nov, 11月. */
export function monthOfYear(text: string, locale: Locale): string {
	const { month } = partsOf(text);
	return locale === 'en' ? monthName(month) : `${month}月`;
}

/** A year: 2025, 2025年. */
export function year(text: string, locale: Locale): string {
	const { year } = partsOf(text);
	return locale === 'en' ? String(year) : `${year}年`;
}

/**
 * A stretch of days as shortly as it can be said: 1–18 Nov 2025, Nov 2024 – Oct 2025, 2025;
 * 2025年11月1–18日, 2024年11月–2025年10月, 2025年. The first of a month is not said where a later month
 * ends it: Dec 2024 – 18 Nov 2025. With `years: 'left out'` only what the year does not
 * decide is said, for a title beside which the period stands anyway.
 */
export function dayRange(
	range: Days,
	locale: Locale,
	{ years = 'said' }: { readonly years?: 'said' | 'left out' } = {}
): string {
	const since = partsOf(range.since);
	const last = partsOf(dayBefore(range.until));
	const sameYear = since.year === last.year;
	const wholeMonths = since.date === 1 && partsOf(range.until).date === 1;
	const short = years === 'left out' && sameYear;
	const sameMonth = sameYear && since.month === last.month;

	if (wholeMonths && sameYear && since.month === 1 && last.month === 12 && !short)
		return year(range.since, locale);
	if (wholeMonths && sameMonth)
		return short ? monthOfYear(range.since, locale) : month(range.since, locale);
	if (range.until <= range.since || sameMonth) return withinMonth(since, last, locale, short);

	const kind = wholeMonths ? monthForms : dayForms;
	const { plain, full } = kind[locale];
	const start = since.date === 1 ? monthForms[locale] : kind[locale];
	if (locale === 'en')
		return `${sameYear ? start.plain(since) : start.full(since)} – ${short ? plain(last) : full(last)}`;
	return `${short ? start.plain(since) : start.full(since)}–${sameYear ? plain(last) : full(last)}`;
}

interface DayParts {
	readonly year: number;
	readonly month: number;
	readonly date: number;
}

type Form = (parts: DayParts) => string;
type Forms = Readonly<Record<Locale, { readonly plain: Form; readonly full: Form }>>;

const chineseMonth = {
	plain: ({ month }: DayParts) => `${month}月`,
	full: ({ year, month }: DayParts) => `${year}年${month}月`
};
const chineseDay = {
	plain: ({ month, date }: DayParts) => `${month}月${date}日`,
	full: ({ year, month, date }: DayParts) => `${year}年${month}月${date}日`
};
const monthForms: Forms = {
	en: {
		plain: ({ month }) => monthName(month),
		full: ({ year, month }) => `${monthName(month)} ${year}`
	},
	'zh-CN': chineseMonth,
	'zh-TW': chineseMonth
};
const dayForms: Forms = {
	en: {
		plain: ({ month, date }) => `${date} ${monthName(month)}`,
		full: ({ year, month, date }) => `${date} ${monthName(month)} ${year}`
	},
	'zh-CN': chineseDay,
	'zh-TW': chineseDay
};

function withinMonth(since: DayParts, last: DayParts, locale: Locale, short: boolean): string {
	const dates = since.date >= last.date ? String(since.date) : `${since.date}–${last.date}`;
	if (locale === 'en')
		return `${dates} ${monthName(since.month)}` + (short ? '' : ` ${since.year}`);
	return (short ? '' : `${since.year}年`) + `${since.month}月${dates}日`;
}

function partsOf(text: string): DayParts {
	const [year = NaN, month = NaN, date = 1] = text.split('-').map(Number);
	return { year, month, date };
}

function dayBefore(text: string): string {
	return new Date(Date.parse(`${text}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function monthName(month: number): string {
	return months[month - 1] ?? '';
}

const months = [
	'Jan',
	'Feb',
	'Mar',
	'Apr',
	'May',
	'Jun',
	'Jul',
	'Aug',
	'Sep',
	'Oct',
	'Nov',
	'Dec'
] as const;
