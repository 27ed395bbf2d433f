import { ByteColumn } from './byte-column.ts';
import type { CountedColumn } from './counted-column.ts';
import { isBlank, valueBytes } from './field-bytes.ts';
import { byteDialect } from './reading-bytes.ts';
import type { CompleteReading } from './reading-bytes.ts';
import { ODD, QUOTED } from './record-scanner.ts';
import type { RecordScanner } from './record-scanner.ts';
import { nextLine, ShapeReader } from './shape-reader.ts';

/** Values of the records that fit, by column; what does not fit is no sample. */
export interface SampleColumns {
	readonly columns: CountedColumn[];
	readonly records: number;
	/** There are no more records than these. */
	readonly complete: boolean;
}

/** Of a part of a file the first records are all looked at, and of those behind about so many. */
const fullRecords = 4000;
const spreadRecords = 12_000;

function spreadStep(bytes: number, bytesOfFull: number): number {
	const behind = (bytes / bytesOfFull - 1) * fullRecords;
	return Math.max(1, Math.ceil(behind / spreadRecords));
}

/**
 * Reads records of a text (UTF-8) from `bodyLine` on, at most `most`: all of a whole file; of the first
 * part of a larger one the first thousands and some from all over the rest.
 */
export function sampleColumns(
	text: Uint8Array,
	whole: boolean,
	reading: CompleteReading,
	bodyLine: number,
	most: number
): SampleColumns {
	const shapes = new ShapeReader(byteDialect(reading), reading.width, reading.shortWidth);
	const columns = Array.from({ length: reading.width }, () => new ByteColumn());
	let at = 0;
	for (let line = 1; line < bodyLine && at < text.length; line++)
		at = nextLine(text, at, text.length);
	const first = at;
	let seen = 0;
	let records = 0;
	let step = 1;
	while (at < text.length && records < most && shapes.read(text, at, text.length, whole)) {
		if (shapes.reason === null && !isBlank(text, shapes.scanner, at)) {
			if (seen++ % step === 0) {
				for (let field = 0; field < columns.length; field++)
					addField(columns[field] as ByteColumn, text, shapes.scanner, field);
				records++;
			}
			// Of more than is looked at nothing can be counted: some rows from all over say as much.
			if (seen === fullRecords && !whole) step = spreadStep(text.length - first, at - first);
		}
		at = shapes.scanner.next;
	}
	return {
		columns: columns.map((column) => column.finish()),
		records,
		complete: whole && at >= text.length
	};
}

/** The value of a field, without a copy of its bytes where it stands in them as it is. */
function addField(
	column: ByteColumn,
	text: Uint8Array,
	scanner: RecordScanner,
	field: number
): void {
	if (field >= scanner.fields) return column.add(text, 0, 0);
	const mark = scanner.marks[field] as number;
	const start = scanner.starts[field] as number;
	const end = scanner.ends[field] as number;
	if ((mark & (QUOTED | ODD)) === 0) return column.add(text, start, end);
	const quote = text.indexOf(scanner.dialect.quote, start + 1);
	if ((mark & ODD) === 0 && quote === end - 1) return column.add(text, start + 1, end - 1);
	const value = valueBytes(text, scanner, field, scanner.dialect);
	column.add(value, 0, value.length);
}
