import type { CountedColumn } from './counted-column.ts';
import type { DateOrder, TimeForm } from './mapping.ts';
import { foldTimeText, timeShape } from './time-text.ts';
import type { TimeShape } from './time-text.ts';
import { WrittenAlike } from './written-alike.ts';

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

/** What a text is apart from its digits. */
interface Written {
	readonly blank: boolean;
	readonly shape: TimeShape | null;
	/** Digits decide (a serial, a full-width date): every text is to be looked at for itself. */
	readonly byDigits: boolean;
	/** Folding changes nothing. */
	readonly plain: boolean;
}

function look(text: string): Written {
	const folded = foldTimeText(text);
	const shape = timeShape(folded);
	const plain = folded === text;
	const byDigits = /^[\d.]+$/.test(folded) || (shape?.pair !== undefined && !plain);
	return { blank: folded === '', shape, byDigits, plain };
}

type Shapes = WrittenAlike<Written>;

/** The shape of a text no longer than any time is. */
function shapeOf(written: Shapes, text: string): Written {
	const known = written.of(text);
	if (known.byDigits) {
		return { ...known, shape: timeShape(known.plain ? text : foldTimeText(text)) };
	}
	if (!known.shape?.pair) return known;
	const second = text.charCodeAt(1) < 48 ? 2 : 3;
	const pair = [digitsAt(text, 0), digitsAt(text, second)] as const;
	return { ...known, shape: { ...known.shape, pair } };
}

/** The two numbers of a date that may be day and month, as they follow each other; null without such. */
export function dayAndMonth(): (text: string) => readonly [number, number] | null {
	const written = new WrittenAlike(look);
	return (text) => shapeOf(written, text).shape?.pair ?? null;
}

/** The number of one or two digits at this place. */
function digitsAt(text: string, at: number): number {
	const first = text.charCodeAt(at) - 48;
	const second = text.charCodeAt(at + 1) - 48;
	return second >= 0 && second <= 9 ? first * 10 + second : first;
}

/** Looks at every value given; blanks do not count. */
export function readTimeColumn(column: CountedColumn, texts = column.texts()): TimeColumn {
	const rowsOf = column.counts;
	const written = new WrittenAlike(look);
	const counts = new Map<string, number>();
	const early = earlyTexts(column, texts, written);
	let filled = 0;
	let understood = 0;
	let timeOnly = 0;
	let dayFirst = 0;
	let monthFirst = 0;
	let both = 0;
	let equal = 0;
	for (let place = 0; place < texts.length; place++) {
		const value = texts[place] as string;
		const rows = early ? (early.get(place) ?? 0) : (rowsOf[place] as number);
		if (rows === 0) continue;
		if (value.length > longestTime) {
			filled += rows;
			continue;
		}
		const { blank, shape } = shapeOf(written, value);
		if (blank) continue;
		filled += rows;
		if (!shape) continue;
		if (shape.pair) {
			const [first, second] = shape.pair;
			if (first > 12 && second > 12) continue;
			if (first > 12) dayFirst += rows;
			else if (second > 12) monthFirst += rows;
			else if (first === second) equal += rows;
			else both += rows;
		}
		understood += rows;
		if (shape.timeOnly) timeOnly += rows;
		counts.set(shape.format, (counts.get(shape.format) ?? 0) + rows);
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

/**
 * Columns of text give themselves away early: where hardly one of the first filled rows is a time, they
 * are all that is looked at (place of a text → rows); null where every row counts.
 */
function earlyTexts(
	{ rows }: CountedColumn,
	texts: readonly string[],
	written: Shapes
): Map<number, number> | null {
	const looked = new Map<number, number>();
	let filled = 0;
	let understood = 0;
	for (let row = 0; row < rows.length && filled < earlyLook; row++) {
		const place = rows[row] as number;
		const value = texts[place] as string;
		const { blank, shape } = value.length > longestTime ? long : shapeOf(written, value);
		if (blank) continue;
		looked.set(place, (looked.get(place) ?? 0) + 1);
		filled++;
		if (isTime(shape)) understood++;
	}
	return filled === earlyLook && understood < earlyLook / 10 ? looked : null;
}

const long: Written = { blank: false, shape: null, byDigits: false, plain: false };
const isTime = (shape: TimeShape | null): boolean =>
	shape !== null && !(shape.pair && shape.pair[0] > 12 && shape.pair[1] > 12);

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
