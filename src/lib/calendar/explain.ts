import { workingDue } from './due.ts';
import {
	holidaysOf,
	makeUpDaysOf,
	workingCalendarOf,
	type NamedCalendar
} from './named-calendar.ts';
import { DAY } from './zone.ts';
import { workingHours } from './working-hours.ts';

/** One local day on the way to a deadline. */
export interface DeadlineDay {
	/** YYYY-MM-DD in the zone of the calendar. */
	readonly day: string;
	/** Seconds of work counted on it. */
	readonly seconds: number;
	/** Stretches counted, milliseconds since 1970. */
	readonly spans: readonly { readonly from: number; readonly to: number }[];
	/** Why nothing is counted, or why a day off is: `holiday` and `make_up` with their name. */
	readonly kind: 'working' | 'closed' | 'holiday' | 'make_up';
	readonly name: string | null;
	/** Seconds left after it. */
	readonly left: number;
}

export interface DeadlineSteps {
	/** Null where the limit is not used up within a year. */
	readonly dueAt: number | null;
	readonly days: readonly DeadlineDay[];
}

const mostDays = 400;

/**
 * The way from the start of a clock to its deadline, day by day: what is counted, which days are
 * skipped and why. The due instant is that of `workingDue`.
 * @param start milliseconds since 1970
 * @param seconds of working time
 */
export function explainDeadline(
	calendar: NamedCalendar,
	start: number,
	seconds: number
): DeadlineSteps {
	const hours = workingHours(workingCalendarOf(calendar));
	const holidays = new Map(holidaysOf(calendar).map(({ date, name }) => [date, name]));
	const makeUp = new Map(makeUpDaysOf(calendar).map(({ date, name }) => [date, name]));
	const days: DeadlineDay[] = [];
	let left = seconds;
	const first = hours.dayOf(start);
	for (let day = first; left > 0 && day < first + mostDays && hours.opensFrom(day); day++) {
		const date = new Date(day * DAY).toISOString().slice(0, 10);
		const spans: { from: number; to: number }[] = [];
		let counted = 0;
		for (const span of hours.spansOf(day)) {
			const from = Math.max(span.from, start);
			const to = Math.min(span.to, from + (left - counted) * 1000);
			if (to <= from) continue;
			spans.push({ from, to });
			counted += (to - from) / 1000;
		}
		left -= counted;
		const extra = makeUp.get(date);
		const holiday = extra === undefined ? holidays.get(date) : undefined;
		days.push({
			day: date,
			seconds: counted,
			spans,
			kind:
				extra !== undefined
					? 'make_up'
					: holiday !== undefined
						? 'holiday'
						: counted > 0
							? 'working'
							: 'closed',
			name: extra ?? holiday ?? null,
			left
		});
	}
	return { dueAt: left > 0 ? null : workingDue(hours, start, seconds), days };
}
