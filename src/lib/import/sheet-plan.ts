import type { Reading } from './mapping.ts';
import type { SampleRow } from './sample-row.ts';
import { findLayout } from './table-layout.ts';
import type { Layout } from './table-layout.ts';

/** How a sheet will be cut into records, found on its first rows. */
export interface SheetPlan {
	readonly reading: Reading & Required<Pick<Reading, 'skipLines' | 'headerRows' | 'width'>>;
	readonly layout: Layout;
	readonly rows: readonly SampleRow[];
}

/** The last filled cell of a row, counted from 1. */
export function filledWidth(cells: readonly string[]): number {
	let width = cells.length;
	while (width > 0 && (cells[width - 1] as string).trim() === '') width--;
	return width;
}

/**
 * Rows of a sheet have no field count of their own: the widest of the sample is taken for all, and
 * shorter rows end in empty cells.
 */
export function planSheet(
	sample: readonly { readonly line: number; readonly cells: readonly string[] }[],
	given: Reading
): SheetPlan {
	const width = given.width ?? Math.max(1, ...sample.map((row) => filledWidth(row.cells)));
	const rows = sample
		.filter((row) => filledWidth(row.cells) > 0)
		.map((row) => ({
			line: row.line,
			lines: 1,
			cells: Array.from({ length: width }, (_, column) => row.cells[column] ?? ''),
			raw: '',
			broken: false
		}));
	const layout = findLayout(rows, { ...given, width });
	const { skipLines, headerRows } = layout;
	return { reading: { ...given, skipLines, headerRows, width }, layout, rows };
}
