import type { CountedColumn } from './counted-column.ts';
import type { Finding } from './inspection.ts';
import type { TimeForm } from './mapping.ts';
import { dayAndMonth, swapWhereBothFit } from './time-column.ts';
import { parseTime } from './time-parse.ts';

/**
 * Signs that values which fit both orders stand swapped: read as decided they leave the range of the
 * values that fit one order only, read the other way they stay in it. Null without such signs.
 */
export function swappedDates(
	{ texts, counts }: CountedColumn,
	form: TimeForm
): Finding['facts'] | null {
	if (form.order !== 'day-first' && form.order !== 'month-first') return null;
	const other = swapWhereBothFit(form);
	const pairOf = dayAndMonth();
	let earliest = Infinity;
	let latest = -Infinity;
	const doubtful: { text: string; asRead: number; rows: number; differs: boolean }[] = [];
	texts().forEach((text, place) => {
		const pair = pairOf(text);
		if (!pair) return;
		const asRead = parseTime(text, form.formats);
		if (asRead === null) return;
		if (pair[0] > 12 || pair[1] > 12) {
			if (asRead < earliest) earliest = asRead;
			if (asRead > latest) latest = asRead;
		} else {
			const rows = counts[place] as number;
			doubtful.push({ text, asRead, rows, differs: pair[0] !== pair[1] });
		}
	});
	// Certain values are those past the 12th: they tell the months a log covers, not its days.
	const since = monthStart(earliest, 0);
	const until = monthStart(latest, 1);
	const isOutside = (time: number): boolean => time < since || time >= until;
	const outside = doubtful.filter(({ asRead }) => isOutside(asRead));
	const rowsOf = (some: readonly { rows: number }[]): number =>
		some.reduce((sum, { rows }) => sum + rows, 0);
	const outsideRows = rowsOf(outside);
	if (outsideRows < Math.max(3, rowsOf(doubtful) * 0.1)) return null;
	const mended = outside.filter(
		({ text, asRead }) => !isOutside(parseTime(text, other.formats) ?? asRead)
	);
	if (rowsOf(mended) < outsideRows * 0.95) return null;
	return {
		both_fit: rowsOf(doubtful),
		outside: outsideRows,
		inside_if_swapped: rowsOf(mended),
		changed_if_swapped: rowsOf(doubtful.filter(({ differs }) => differs))
	};
}

function monthStart(time: number, monthsLater: number): number {
	if (!Number.isFinite(time)) return time;
	const date = new Date(time);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1);
}
