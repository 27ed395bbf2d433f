export type ValueKind = 'empty' | 'number' | 'time' | 'text';

const number = /^[¥￥$€£]?\s*[-+]?\d[\d.,\s]*(?:e[+-]?\d+)?\s*%?$/i;
const time =
	/^(?:\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?|\d{1,2}[-/ ][A-Za-z]{3,9}[-/ ,]+\d{2,4}|[A-Za-z]{3,9} \d{1,2}, ?\d{4}|\d{1,2}:\d{2})(?!\d)/;

/** What a cell looks like at first sight; used to tell headers from values, not to read values. */
export function valueKind(cell: string): ValueKind {
	const text = cell.trim();
	if (text === '') return 'empty';
	const folded = text.normalize('NFKC');
	if (time.test(folded)) return 'time';
	return number.test(folded) ? 'number' : 'text';
}

/** The kind most of the filled cells of a column have; `text` when none reaches seven in ten. */
export function columnKind(cells: readonly string[]): ValueKind {
	const counts = { empty: 0, number: 0, time: 0, text: 0 };
	for (const cell of cells) counts[valueKind(cell)]++;
	const filled = cells.length - counts.empty;
	if (filled === 0) return 'empty';
	if (counts.time >= filled * 0.7) return 'time';
	return counts.number >= filled * 0.7 ? 'number' : 'text';
}
