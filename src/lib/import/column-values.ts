import { foldValue } from './fold.ts';
import { parseDuration } from './duration-text.ts';
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
const plainNumber = /^[¥￥$€£]?\s*[-+]?(?:\d{1,3}(?:[,.\s]\d{3})+|\d+)(?:[.,]\d+)?\s*%?元?$/;
const digitsOnly = /^\d{16,}$/;

export function readColumnValues(values: readonly string[]): ColumnValues {
	const seen = new Map<string, number>();
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
	for (const value of values) {
		const text = value.trim();
		if (text === '') continue;
		filled++;
		length += text.length;
		seen.set(value, (seen.get(value) ?? 0) + 1);
		if (text.length > 40) continue;
		if (/^\d(?:\.\d+)?E\+\d{2}$/i.test(text)) exponent++;
		if (digitsOnly.test(text)) {
			longDigits++;
			if (text.endsWith('0')) roundDigits++;
		}
		if (/^\d+,\d{1,2}$/.test(text)) commaDecimals++;
		else if (/\d\.\d{1,2}$/.test(text)) pointDecimals++;
		const plain = /^[ -~]*$/.test(text) ? text : text.normalize('NFKC');
		if (plainNumber.test(plain)) {
			const number = numberOf(plain);
			if (!Number.isNaN(number)) {
				numbers++;
				lowest = Math.min(lowest, number);
				highest = Math.max(highest, number);
			}
		} else if (/\d/.test(plain) && parseDuration(plain, 'minutes') !== null) durations++;
	}
	const distinct = [...seen.keys()];
	const kept = distinct.slice(0, keptDistinct);
	const shareOf = (isKnown: (folded: string) => boolean): number =>
		kept.length === 0 ? 0 : kept.filter((value) => isKnown(foldValue(value))).length / kept.length;
	return {
		rows: values.length,
		filled,
		distinct: kept,
		allDistinct: distinct.length === kept.length,
		unique: filled > 0 && distinct.length === filled,
		time: readTimeColumn(values),
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
