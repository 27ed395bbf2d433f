import type { CountedColumn } from './counted-column.ts';

/** A default written where a time was missing: so many times, and so much oftener than any other. */
const leastRows = 20;
const leastShare = 0.01;
const oftener = 5;

/**
 * One time of day and date that stands suspiciously often in a column (the default of a form, midnight
 * of one day); null when none does. Only a suspicion: a person confirms it.
 */
export function repeatedValue(
	column: CountedColumn
): { readonly value: string; readonly count: number } | null {
	let filled = 0;
	let value = '';
	let count = 0;
	let second = 0;
	column.texts().forEach((text, place) => {
		if (text.trim() === '') return;
		const rows = column.counts[place] as number;
		filled += rows;
		if (rows > count) [value, count, second] = [text, rows, count];
		else if (rows > second) second = rows;
	});
	if (count < leastRows || count < filled * leastShare || count < second * oftener) return null;
	return { value, count };
}
