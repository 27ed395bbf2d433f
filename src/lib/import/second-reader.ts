import Papa from 'papaparse';
import type { Warning } from './inspection.ts';
import type { Reading } from './mapping.ts';
import type { SampleRow } from './sample-row.ts';

const recordsCompared = 200;
/** A character no text has, where nothing is quoted. */
const never = '\u{1}';

/**
 * The first record that PapaParse, a reader with no part in ours, cuts differently from the sample at
 * hand (`text` is what the sample was cut from): a sign that quotes are astray. Ours is what is
 * loaded; null where both agree.
 */
export function cutDifferently(
	rows: readonly SampleRow[],
	text: Uint8Array,
	{ delimiter = ',', quote = '"', escape = 'doubled' }: Reading
): Warning | null {
	const own = rows.slice(0, recordsCompared);
	const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(text);
	// Lines without any character are records to PapaParse, not to us.
	const others = Papa.parse<string[]>(escape === '\0' ? decoded : decoded.replaceAll('\0', ''), {
		delimiter,
		quoteChar: quote || never,
		escapeChar: (escape === 'doubled' ? quote : escape) || never,
		preview: recordsCompared * 2
	}).data.filter((cells) => cells.length > 1 || cells[0] !== '');
	const first = own.find((row, at) => at < others.length && !sameCells(row.cells, others[at]));
	return first ? { code: 'cut_differently', facts: { value: first.line }, count: 1 } : null;
}

const sameCells = (own: readonly string[], other: readonly string[] = []): boolean =>
	own.length === other.length && own.every((cell, at) => cell === other[at]);
