import type { InEach, Locale } from './locale.ts';
import { number, type Measured } from './number.ts';

export const durationUnits = ['minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/**
 * The unit a duration is best read in: minutes below an hour, hours below three days (limits are set
 * in hours up to 72), days from there. Values side by side take one unit: that of the largest.
 */
export function durationUnit(minutes: number): DurationUnit {
	const size = Math.abs(minutes);
	if (Math.round(size) < 60) return 'minutes';
	return Math.round(size / 6) / 10 < 72 ? 'hours' : 'days';
}

/** A duration as value and unit. Minutes below ten and all hours and days have one decimal at most. */
export function durationParts(
	minutes: number,
	locale: Locale,
	unit: DurationUnit = durationUnit(minutes)
): Measured {
	const value = minutes / minutesPer[unit];
	const digits = unit === 'minutes' && Math.abs(value) >= 10 ? 0 : 1;
	return { value: number(value, locale, digits), unit: unitWords[unit][locale] };
}

/** A duration in words: 56 min, 21.7 h, 3.2 d. */
export function duration(minutes: number, locale: Locale, unit?: DurationUnit): string {
	if (!Number.isFinite(minutes)) return '–';
	const parts = durationParts(minutes, locale, unit);
	return `${parts.value} ${parts.unit}`;
}

/** How many minutes one of the unit has. */
const minutesPer: Readonly<Record<DurationUnit, number>> = {
	minutes: 1,
	hours: 60,
	days: 1440
};

const unitWords: Readonly<Record<DurationUnit, InEach>> = {
	minutes: { en: 'min', 'zh-CN': '分钟', 'zh-TW': '分鐘' },
	hours: { en: 'h', 'zh-CN': '小时', 'zh-TW': '小時' },
	days: { en: 'd', 'zh-CN': '天', 'zh-TW': '天' }
};
