import type { MakeUpDay, NamedDay } from './named-calendar.ts';
import type { LocalWindow } from './working-calendar.ts';

/** Windows as people write them: `09:00-12:00, 13:00-18:00`; nothing is closed. */
export function windowsText(windows: readonly LocalWindow[]): string {
	return windows.map(([from, to]) => `${from}-${to}`).join(', ');
}

/** @returns null where it cannot be read */
export function parseWindows(text: string): LocalWindow[] | null {
	const parts = text
		.replaceAll('：', ':')
		.split(/[,;，；、]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	const windows = parts.map((part): LocalWindow | null => {
		const [, from, to] = /^(\d{1,2}:\d{2})\s*[-–—~～至]\s*(\d{1,2}:\d{2})$/.exec(part) ?? [];
		if (!from || !to) return null;
		const [opens, closes] = [from.padStart(5, '0'), to.padStart(5, '0')];
		const valid = /^([01]\d|2[0-3]):[0-5]\d$/;
		return valid.test(opens) && (valid.test(closes) || closes === '24:00') && opens < closes
			? [opens, closes]
			: null;
	});
	if (windows.includes(null)) return null;
	const sorted = windows.filter((window) => window !== null).sort(([a], [b]) => (a < b ? -1 : 1));
	// Time in two windows would be worked twice.
	return sorted.some(([opens], at) => at > 0 && opens < sorted[at - 1]![1]) ? null : sorted;
}

/** A date and its name a line; a make-up day may name windows of its own in brackets. */
export function daysText(days: readonly MakeUpDay[]): string {
	return days
		.map(({ date, name, windows }) =>
			[date, name, windows ? `[${windowsText(windows)}]` : ''].filter(Boolean).join(' ')
		)
		.join('\n');
}

/** @returns null where a line cannot be read */
export function parseDays(text: string): MakeUpDay[] | null {
	const days = linesOf(text).map(({ line }) => parseDay(line));
	if (days.includes(null)) return null;
	return days.filter((day) => day !== null).sort((a, b) => a.date.localeCompare(b.date));
}

/** The first line, counted from 1, that cannot be read; null where all can. */
export function unreadableLine(text: string): number | null {
	return linesOf(text).find(({ line }) => parseDay(line) === null)?.number ?? null;
}

function linesOf(text: string): { readonly line: string; readonly number: number }[] {
	return text
		.split(/\r?\n/)
		.map((line, index) => ({ line, number: index + 1 }))
		.filter(({ line }) => line.trim() !== '');
}

function parseDay(line: string): MakeUpDay | null {
	const [, date, name = '', written] =
		/^\s*(\d{4}-\d{2}-\d{2})\s*([^[]*?)\s*(?:\[([^\]]*)\])?\s*$/.exec(line) ?? [];
	if (!date || !isDate(date)) return null;
	const windows = written === undefined ? undefined : parseWindows(written);
	return windows === null ? null : { date, name: name.slice(0, 120), ...(windows && { windows }) };
}

/** Whether YYYY-MM-DD names a day there is; a 30 February would become a day of March. */
export function isDate(date: string): boolean {
	const at = Date.parse(`${date}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === date;
}

/** Days of a list with those of another put in their place. */
export function mergedDays<Day extends NamedDay>(
	days: readonly Day[],
	more: readonly Day[]
): Day[] {
	const byDate = new Map([...days, ...more].map((day) => [day.date, day]));
	return [...byDate.values()].sort((a, b) => a.date.localeCompare(b.date));
}
