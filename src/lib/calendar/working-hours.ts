import { lastException, windowsByDay } from './working-calendar.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { DAY, offsetPieces, zoneOffsets } from './zone.ts';

/** A half-open stretch of real time; milliseconds since 1970. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** A calendar made ready for many questions; days already worked out are kept. */
export interface WorkingHours {
	/** working spans of a local day (counted from 1970-01-01), ascending, without overlap */
	readonly spansOf: (day: number) => readonly Span[];
	/** local day of an instant */
	readonly dayOf: (instant: number) => number;
	/** whether any working time can begin on this day or later */
	readonly opensFrom: (day: number) => boolean;
}

/**
 * Turns a calendar into spans of real time: a moment is working time when its local wall-clock time
 * lies in a window, so a window lasts as long as it really lasts on days when the clock changes.
 * @throws RangeError when the zone, a date or a time cannot be read
 */
export function workingHours(calendar: WorkingCalendar): WorkingHours {
	const windowsOn = windowsByDay(calendar);
	const offsetAt = zoneOffsets(calendar.timeZone);
	const last = lastException(calendar);
	const weekly = [0, 1, 2, 3, 4, 5, 6].some((day) => windowsOn(last + 1 + day).length > 0);
	const known = new Map<number, readonly Span[]>();
	const spansOf = (day: number): readonly Span[] => {
		let spans = known.get(day);
		if (!spans) known.set(day, (spans = spansOfDay(day)));
		return spans;
	};
	const spansOfDay = (day: number): readonly Span[] => {
		const windows = windowsOn(day);
		if (windows.length === 0) return [];
		const midnight = day * DAY;
		const spans = offsetPieces(offsetAt, day).flatMap((piece) =>
			windows.map(({ fromMinute, toMinute }) => ({
				from: Math.max(piece.from, midnight + fromMinute * 60_000 - piece.offset),
				to: Math.min(piece.to, midnight + toMinute * 60_000 - piece.offset)
			}))
		);
		return spans.filter(({ from, to }) => from < to);
	};
	return {
		spansOf,
		dayOf: (instant) => Math.floor((instant + offsetAt(instant)) / DAY),
		opensFrom: (day) => weekly || day <= last
	};
}

/**
 * Working spans from an instant on, ascending, cut at it. Ends only where a calendar closes for
 * good: stop asking when you have enough.
 */
export function* spansFrom(hours: WorkingHours, instant: number): Generator<Span> {
	// One day back: where the clock goes back over midnight, the day before is not over yet.
	for (let day = hours.dayOf(instant) - 1; hours.opensFrom(day); day++)
		for (const { from, to } of hours.spansOf(day))
			if (to > instant) yield { from: Math.max(from, instant), to };
}
