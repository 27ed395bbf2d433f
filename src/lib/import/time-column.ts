import type { Finding } from './inspection.ts';
import type { DateOrder, TimeForm } from './mapping.ts';
import { parseTime } from './time-parse.ts';
import { foldTimeText, timeShape } from './time-text.ts';

/** What the values of one column say about its being a time. */
export interface TimeColumn {
	readonly filled: number;
	readonly understood: number;
	/** Distinct patterns with `%d` before `%m`, commonest first. */
	readonly formats: readonly string[];
	readonly order: DateOrder;
	/** Values that only fit one order, and those that fit both (day ≠ month) or are equal. */
	readonly dayFirst: number;
	readonly monthFirst: number;
	readonly both: number;
	readonly equal: number;
	readonly timeOnly: boolean;
	readonly dateOnly: boolean;
}

const longestTime = 40;
const earlyLook = 500;

/** Looks at every value given; blanks do not count. */
export function readTimeColumn(values: readonly string[]): TimeColumn {
	const counts = new Map<string, number>();
	let filled = 0;
	let understood = 0;
	let timeOnly = 0;
	let dayFirst = 0;
	let monthFirst = 0;
	let both = 0;
	let equal = 0;
	for (const value of values) {
		// Columns of text give themselves away early, and no time is as long as a sentence.
		if (filled === earlyLook && understood < earlyLook / 10) break;
		if (value.length > longestTime) {
			filled++;
			continue;
		}
		const folded = foldTimeText(value);
		if (folded === '') continue;
		filled++;
		const shape = timeShape(folded);
		if (!shape) continue;
		if (shape.pair) {
			const [first, second] = shape.pair;
			if (first > 12 && second > 12) continue;
			if (first > 12) dayFirst++;
			else if (second > 12) monthFirst++;
			else if (first === second) equal++;
			else both++;
		}
		understood++;
		if (shape.timeOnly) timeOnly++;
		counts.set(shape.format, (counts.get(shape.format) ?? 0) + 1);
	}
	const formats = [...counts].sort((one, other) => other[1] - one[1]).map(([format]) => format);
	return {
		filled,
		understood,
		formats: yearsOfTwoDigitsFirst(formats),
		order: orderOf(dayFirst, monthFirst, both),
		dayFirst,
		monthFirst,
		both,
		equal,
		timeOnly: understood > 0 && timeOnly === understood,
		dateOnly:
			formats.length > 0 && formats.every((format) => !/%[HI]|offset|excel|epoch/.test(format))
	};
}

/** `%Y` also reads two digits (as the year 24), `%y` never four: it must be tried first. */
function yearsOfTwoDigitsFirst(formats: readonly string[]): string[] {
	return [
		...formats.filter((format) => format.includes('%y')),
		...formats.filter((format) => !format.includes('%y'))
	];
}

function orderOf(dayFirst: number, monthFirst: number, both: number): DateOrder {
	if (dayFirst > 0 && monthFirst === 0) return 'day-first';
	if (monthFirst > 0 && dayFirst === 0) return 'month-first';
	return dayFirst + monthFirst + both > 0 ? 'ambiguous' : 'fixed';
}

const isOrdered = (format: string): boolean => /^%[dm](.)%[dm]\1%/.test(format);

const dayLeads = (format: string): string => format.replace(/^%[dm](.)%[dm]/, '%d$1%m');
const monthLeads = (format: string): string => format.replace(/^%[dm](.)%[dm]/, '%m$1%d');

/** The form with the question of day or month first answered; values that fit only the other order fail. */
export function answerDateOrder(form: TimeForm, order: 'day-first' | 'month-first'): TimeForm {
	const leads = order === 'day-first' ? dayLeads : monthLeads;
	return { ...form, order, formats: [...new Set(form.formats.map(leads))] };
}

/**
 * The form for a log in which values that fit both orders stand in the other one (a known fault of
 * spreadsheets): the other order is tried first, so that only rows with day and month ≤ 12 change.
 */
export function swapWhereBothFit(form: TimeForm): TimeForm {
	const other = form.order === 'day-first' ? monthLeads : dayLeads;
	const swapped = form.formats.filter(isOrdered).map(other);
	return { ...form, formats: [...new Set([...swapped, ...form.formats])] };
}

/** The form of a column as far as its values decide it. */
export function timeForm(column: TimeColumn): TimeForm {
	const form: TimeForm = { kind: 'time', formats: [...column.formats], order: column.order };
	return column.order === 'month-first' ? answerDateOrder(form, 'month-first') : form;
}

/**
 * Signs that values which fit both orders stand swapped: read as decided they leave the range of the
 * values that fit one order only, read the other way they stay in it. Null without such signs.
 */
export function swappedDates(values: readonly string[], form: TimeForm): Finding['facts'] | null {
	if (form.order !== 'day-first' && form.order !== 'month-first') return null;
	const other = swapWhereBothFit(form);
	let earliest = Infinity;
	let latest = -Infinity;
	const doubtful: { asRead: number; swapped: number; differs: boolean }[] = [];
	for (const value of values) {
		const pair = timeShape(foldTimeText(value))?.pair;
		if (!pair) continue;
		const asRead = parseTime(value, form.formats);
		if (asRead === null) continue;
		if (pair[0] > 12 || pair[1] > 12) {
			if (asRead < earliest) earliest = asRead;
			if (asRead > latest) latest = asRead;
		} else {
			const swapped = parseTime(value, other.formats) ?? asRead;
			doubtful.push({ asRead, swapped, differs: pair[0] !== pair[1] });
		}
	}
	// Certain values are those past the 12th: they tell the months a log covers, not its days.
	const since = monthStart(earliest, 0);
	const until = monthStart(latest, 1);
	const isOutside = (time: number): boolean => time < since || time >= until;
	const outside = doubtful.filter(({ asRead }) => isOutside(asRead));
	const mended = outside.filter(({ swapped }) => !isOutside(swapped));
	if (outside.length < Math.max(3, doubtful.length * 0.1)) return null;
	if (mended.length < outside.length * 0.95) return null;
	return {
		both_fit: doubtful.length,
		outside: outside.length,
		inside_if_swapped: mended.length,
		changed_if_swapped: doubtful.filter(({ differs }) => differs).length
	};
}

function monthStart(time: number, monthsLater: number): number {
	if (!Number.isFinite(time)) return time;
	const date = new Date(time);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1);
}
