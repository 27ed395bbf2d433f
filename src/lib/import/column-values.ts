import type { CountedColumn } from './counted-column.ts';
import { parseDuration } from './duration-text.ts';
import { foldValue } from './fold.ts';
import { readTimeColumn } from './time-column.ts';
import type { TimeColumn } from './time-column.ts';
import {
	noWords,
	priorityWords,
	satisfactionWords,
	statusWords,
	unratedWords,
	yesWords
} from './value-words.ts';
import { WrittenAlike } from './written-alike.ts';

/** What the sample values of one column are, counted; every share is of the filled ones. */
export interface ColumnValues {
	readonly rows: number;
	readonly filled: number;
	/** Distinct filled values, in order of appearance, as they stand. */
	readonly distinct: readonly string[];
	/** False when there were more distinct values than are kept. */
	readonly allDistinct: boolean;
	readonly unique: boolean;
	readonly time: TimeColumn;
	/** Plain numbers, and their range. */
	readonly numbers: number;
	readonly lowest: number;
	readonly highest: number;
	readonly decimal: '.' | ',';
	readonly durations: number;
	/** Distinct words known to the dictionaries, as a share of the distinct values. */
	readonly known: Readonly<
		Record<'satisfaction' | 'status' | 'priority' | 'flag' | 'unrated', number>
	>;
	readonly meanLength: number;
	/** Values that look like numbers of 15 and more digits written as 1.2E+15, or ending in zeros. */
	readonly lostDigits: number;
}

const keptDistinct = 2000;
const longestRead = 40;
const plainNumber = /^[¥￥$€£]?\s*[-+]?(?:\d{1,3}(?:[,.\s]\d{3})+|\d+)(?:[.,]\d+)?\s*%?元?$/;
const digitsOnly = /^\d{16,}$/;

/** What the values of a text say beside its being a time; the same for all texts written alike. */
interface Written {
	readonly exponent: boolean;
	readonly long: boolean;
	readonly decimals: '.' | ',' | null;
	readonly number: boolean;
	readonly duration: boolean;
	/** Digits decide whether it is a duration (00:75 is none). */
	readonly byDigits: boolean;
}

function look(text: string): Written {
	const decimals = decimalsOf(text);
	// Words, ids and dates are no numbers: told at first sight, for there are many of them.
	if (/^(?:[A-Za-z]|\d[^-]*-)/.test(text)) return { ...word, decimals };
	const plain = /^[ -~]*$/.test(text) ? text : text.normalize('NFKC');
	const written = plainNumber.test(plain);
	const mayLast = !written && /\d/.test(plain);
	return {
		exponent: /^\d(?:\.\d+)?E\+\d{2}$/i.test(text),
		long: digitsOnly.test(text),
		decimals,
		number: written && !Number.isNaN(numberOf(plain)),
		duration: mayLast && parseDuration(plain, 'minutes') !== null,
		byDigits: mayLast && /^\d+:\d\d?(?::|$)/.test(plain)
	};
}

const word = { exponent: false, long: false, number: false, duration: false, byDigits: false };

function decimalsOf(text: string): '.' | ',' | null {
	const [third, second] = [text.at(-3), text.at(-2)];
	const ends = (mark: string): boolean => third === mark || second === mark;
	if (ends(',') && /^\d+,\d{1,2}$/.test(text)) return ',';
	return ends('.') && /\d\.\d{1,2}$/.test(text) ? '.' : null;
}

export function readColumnValues(column: CountedColumn): ColumnValues {
	const texts = column.texts();
	const written = new WrittenAlike(look);
	const distinct: string[] = [];
	let distinctCount = 0;
	let filled = 0;
	let numbers = 0;
	let lowest = Infinity;
	let highest = -Infinity;
	let durations = 0;
	let length = 0;
	let exponent = 0;
	let longDigits = 0;
	let roundDigits = 0;
	let commaDecimals = 0;
	let pointDecimals = 0;
	for (let place = 0; place < texts.length; place++) {
		const value = texts[place] as string;
		const text = value.trim();
		if (text === '') continue;
		const rows = column.counts[place] as number;
		filled += rows;
		length += text.length * rows;
		if (++distinctCount <= keptDistinct) distinct.push(value);
		if (text.length > longestRead) continue;
		const found = written.of(text);
		if (found.exponent) exponent += rows;
		if (found.long) {
			longDigits += rows;
			if (text.endsWith('0')) roundDigits += rows;
		}
		if (found.decimals === ',') commaDecimals += rows;
		else if (found.decimals === '.') pointDecimals += rows;
		if (found.number) {
			const plain = Number(text);
			const number = Number.isNaN(plain) ? numberOf(text.normalize('NFKC')) : plain;
			numbers += rows;
			lowest = Math.min(lowest, number);
			highest = Math.max(highest, number);
		} else if (found.byDigits ? parseDuration(text, 'minutes') !== null : found.duration) {
			durations += rows;
		}
	}
	const shareOf = (isKnown: (folded: string) => boolean): number =>
		folded.length === 0 ? 0 : folded.filter(isKnown).length / folded.length;
	const folded = distinct.map(foldValue);
	return {
		rows: column.rows.length,
		filled,
		distinct,
		allDistinct: distinctCount === distinct.length,
		unique: filled > 0 && distinctCount === filled,
		time: readTimeColumn(column, texts),
		numbers,
		lowest,
		highest,
		decimal: commaDecimals > pointDecimals ? ',' : '.',
		durations,
		known: {
			satisfaction: shareOf((word) => satisfactionWords.has(word)),
			status: shareOf((word) => statusWords.has(word)),
			priority: shareOf((word) => priorityWords.has(word)),
			flag: shareOf((word) => yesWords.has(word) || noWords.has(word)),
			unrated: shareOf((word) => unratedWords.has(word))
		},
		meanLength: filled === 0 ? 0 : length / filled,
		// One long number in ten ends in 0 by chance; Excel leaves the 16th digit on always 0.
		lostDigits: exponent + (roundDigits > longDigits * 0.5 ? roundDigits : 0)
	};
}

/** A number with grouping and currency taken off; NaN if it is none. */
function numberOf(text: string): number {
	const bare = text.replace(/[¥￥$€£元%\s]/g, '');
	if (/^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/.test(bare)) {
		return Number(bare.replaceAll('.', '').replace(',', '.'));
	}
	if (/^[-+]?\d+,\d{1,2}$/.test(bare)) return Number(bare.replace(',', '.'));
	return Number(bare.replaceAll(',', ''));
}
