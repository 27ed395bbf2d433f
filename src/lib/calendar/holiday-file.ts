import type { NamedDay } from './named-calendar.ts';

const longestSpan = 400;

/**
 * Whole days of an ICS file (VEVENT with DTSTART, DTEND, SUMMARY) or of a CSV file with a date in its
 * first column and a name in its second. What is no date is left out.
 * Source: RFC 5545, 3.1 (line folding) and 3.6.1 (DTEND of a whole day is the day after the last).
 */
export function readHolidays(text: string): readonly NamedDay[] {
	const days = /^\s*\ufeff?BEGIN:VCALENDAR/i.test(text) ? fromIcs(text) : fromCsv(text);
	const byDate = new Map(days.map((day) => [day.date, day]));
	return [...byDate.values()].sort((a, b) => a.date.localeCompare(b.date));
}

/** How many events of an ICS file come again by a rule (RRULE, RDATE): only their first days are read. */
export function repeatingEvents(text: string): number {
	return eventsOf(text).filter((event) => 'RRULE' in event || 'RDATE' in event).length;
}

/** How calendars of China and Taiwan call a day that is worked in exchange: 春节（班）, 补班, 補行上班. */
const workedInExchange = /[(（[【]\s*班\s*[)）\]】]|[补補]班|(?<!不)上班|make-?up|working day/i;

/** Days off and days worked in exchange; files of holidays have both. */
export function partedDays(days: readonly NamedDay[]) {
	return {
		holidays: days.filter(({ name }) => !workedInExchange.test(name)),
		makeUpDays: days.filter(({ name }) => workedInExchange.test(name))
	};
}

function fromIcs(text: string): NamedDay[] {
	return eventsOf(text).flatMap(daysOf);
}

/** Properties of each event by name, without their parameters. */
function eventsOf(text: string): Record<string, string>[] {
	// A line that begins with a blank goes on the one before.
	const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
	const events: Record<string, string>[] = [];
	let event: Record<string, string> | null = null;
	for (const line of lines) {
		if (/^BEGIN:VEVENT/i.test(line)) event = {};
		else if (/^END:VEVENT/i.test(line)) {
			if (event) events.push(event);
			event = null;
		} else if (event) {
			const colon = line.indexOf(':');
			const name = line.slice(0, colon).split(';')[0]?.toUpperCase() ?? '';
			if (colon > 0) event[name] = line.slice(colon + 1);
		}
	}
	return events;
}

function daysOf({ DTSTART, DTEND, SUMMARY = '' }: Record<string, string>): NamedDay[] {
	const first = icsDay(DTSTART);
	if (first === null) return [];
	const end = icsDay(DTEND) ?? first + 1;
	const name = SUMMARY.replace(/\\n/gi, ' ')
		.replace(/\\([,;\\])/g, '$1')
		.trim();
	const last = Math.min(Math.max(end, first + 1), first + longestSpan);
	return Array.from({ length: last - first }, (_, index) => ({
		date: textOf(first + index),
		name: name.slice(0, 120)
	}));
}

function icsDay(value: string | undefined): number | null {
	const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(value ?? '') ?? [];
	return year && month && day ? dayOf(`${year}-${month}-${day}`) : null;
}

function fromCsv(text: string): NamedDay[] {
	return text
		.replace(/^\ufeff/, '')
		.split(/\r?\n/)
		.flatMap((line) => {
			const [first = '', name = ''] = line
				.split(/[,;\t]/)
				.map((cell) => cell.trim().replace(/^"|"$/g, ''));
			const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(first) ?? [];
			if (!year || !month || !day) return [];
			const number = dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
			return number === null ? [] : [{ date: textOf(number), name: name.slice(0, 120) }];
		});
}

function dayOf(date: string): number | null {
	const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
	return Number.isInteger(day) && textOf(day) === date ? day : null;
}

function textOf(day: number): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
