import { day } from './day.ts';
import type { Locale } from './locale.ts';

/** Date and wall time of an instant in a zone, as digits. */
export interface WallTime {
	/** `YYYY-MM-DD`. */
	readonly day: string;
	/** `HH:MM`. */
	readonly time: string;
	/** `SS`. */
	readonly seconds: string;
}

/** The wall time of an instant (milliseconds since 1970 UTC) in an IANA zone. */
export function wallTime(epoch: number, zone: string): WallTime {
	const parts: Record<string, string> = {};
	for (const { type, value } of formatter(zone).formatToParts(epoch)) parts[type] = value;
	return {
		day: `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`,
		time: `${parts.hour}:${parts.minute}`,
		seconds: parts.second ?? '00'
	};
}

/** An instant to the minute: 18 Nov 2025, 09:03; 2025-11-18 09:03. */
export function instant(epoch: number, locale: Locale, zone: string): string {
	if (!Number.isFinite(epoch)) return '–';
	const wall = wallTime(epoch, zone);
	return join(wall.day, wall.time, locale);
}

/** An as-of instant: midnight is the end of the day before, 18 Nov 2025, 24:00. */
export function asOf(epoch: number, locale: Locale, zone: string): string {
	const wall = wallTime(epoch, zone);
	if (wall.time !== '00:00' || wall.seconds !== '00') return join(wall.day, wall.time, locale);
	return join(wallTime(epoch - 60_000, zone).day, '24:00', locale);
}

function join(date: string, time: string, locale: Locale): string {
	return locale === 'en' ? `${day(date, locale)}, ${time}` : `${date} ${time}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
	let found = formatters.get(zone);
	if (!found) {
		found = new Intl.DateTimeFormat('en-GB', {
			timeZone: zone,
			calendar: 'gregory',
			numberingSystem: 'latn',
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit'
		});
		formatters.set(zone, found);
	}
	return found;
}
