import * as days from './day.ts';
import * as durations from './duration.ts';
import * as instants from './instant.ts';
import type { Locale } from './locale.ts';
import * as numbers from './number.ts';
import { sentences } from './sentence.ts';

/** Every form of value, bound to one language and one business zone. */
export type Formats = ReturnType<typeof formats>;

/** Pages make one (`formats(getLocale(), data.zone)`) and pass it on, so that no call forgets either. */
export function formats(locale: Locale, zone: string) {
	return {
		locale,
		zone,
		number: (value: number, digits?: number, fixed?: number) =>
			numbers.number(value, locale, digits, fixed),
		signed: (value: number, digits?: number) => numbers.signed(value, locale, digits),
		count: (value: number) => numbers.count(value, locale),
		compactCount: (value: number) => numbers.compactCount(value, locale),
		percent: (share: number, digits?: number) => numbers.percent(share, locale, digits),
		shareTick: (share: number) => numbers.shareTick(share, locale),
		points: (difference: number, digits?: number) => numbers.points(difference, locale, digits),
		change: (ratioLessOne: number, digits?: number) => numbers.change(ratioLessOne, locale, digits),
		score: (value: number, digits?: number) => numbers.score(value, locale, digits),
		money: (amount: number, currency?: string) => numbers.money(amount, locale, currency),
		sentences: (...parts: Parameters<typeof sentences>[0]) => sentences(parts, locale),
		list: (items: readonly string[]) => numbers.list(items, locale),
		duration: (minutes: number, unit?: durations.DurationUnit) =>
			durations.duration(minutes, locale, unit),
		durationParts: (minutes: number, unit?: durations.DurationUnit) =>
			durations.durationParts(minutes, locale, unit),
		day: (text: string) => days.day(text, locale),
		dayOfYear: (text: string) => days.dayOfYear(text, locale),
		month: (text: string) => days.month(text, locale),
		monthOfYear: (text: string) => days.monthOfYear(text, locale),
		year: (text: string) => days.year(text, locale),
		dayRange: (range: days.Days, options?: Parameters<typeof days.dayRange>[2]) =>
			days.dayRange(range, locale, options),
		instant: (epoch: number) => instants.instant(epoch, locale, zone),
		asOf: (epoch: number) => instants.asOf(epoch, locale, zone)
	} as const;
}
