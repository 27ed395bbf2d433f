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
	return windows.includes(null) ? null : windows.filter((window) => window !== null);
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
	const days: MakeUpDay[] = [];
	for (const line of text.split(/\r?\n/)) {
		if (line.trim() === '') continue;
		const [, date, name = '', written] =
			/^\s*(\d{4}-\d{2}-\d{2})\s*([^[]*?)\s*(?:\[([^\]]*)\])?\s*$/.exec(line) ?? [];
		if (!date || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null;
		const windows = written === undefined ? undefined : parseWindows(written);
		if (windows === null) return null;
		days.push({ date, name: name.slice(0, 120), ...(windows && { windows }) });
	}
	return days.sort((a, b) => a.date.localeCompare(b.date));
}

/** Days of a list with those of another put in their place. */
export function mergedDays(days: readonly NamedDay[], more: readonly NamedDay[]): NamedDay[] {
	const byDate = new Map([...days, ...more].map((day) => [day.date, day]));
	return [...byDate.values()].sort((a, b) => a.date.localeCompare(b.date));
}
