import { isBlank } from './field-bytes.ts';
import { byteDialect } from './reading-bytes.ts';
import type { CompleteReading } from './reading-bytes.ts';
import { rowCells } from './sample-table.ts';
import { nextLine, ShapeReader } from './shape-reader.ts';

/** Values of the records that fit, by column; what does not fit is no sample. */
export interface SampleColumns {
	readonly columns: string[][];
	readonly records: number;
	/** There are no more records than these. */
	readonly complete: boolean;
}

/** Reads records of a text (UTF-8) from `bodyLine` on, at most `most`. */
export function sampleColumns(
	text: Uint8Array,
	whole: boolean,
	reading: CompleteReading,
	bodyLine: number,
	most: number
): SampleColumns {
	const shapes = new ShapeReader(byteDialect(reading), reading.width, reading.shortWidth);
	const columns: string[][] = Array.from({ length: reading.width }, () => []);
	let at = 0;
	for (let line = 1; line < bodyLine && at < text.length; line++)
		at = nextLine(text, at, text.length);
	let records = 0;
	while (at < text.length && records < most && shapes.read(text, at, text.length, whole)) {
		if (shapes.reason === null && !isBlank(text, shapes.scanner, at)) {
			const cells = rowCells(text, shapes.scanner);
			columns.forEach((column, position) => column.push(cells[position] ?? ''));
			records++;
		}
		at = shapes.scanner.next;
	}
	return { columns, records, complete: whole && at >= text.length };
}
