import { valueBytes } from './field-bytes.ts';
import type { Reading } from './mapping.ts';
import { byteDialect } from './reading-bytes.ts';
import { RecordScanner, STRAY } from './record-scanner.ts';
import type { SampleRow } from './sample-row.ts';
import { nextLine } from './shape-reader.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The records of a sample as they are written, before any shape is asked of them; a record whose quotes
 * are broken is taken as its first line only. Blank lines are left out. The last record is dropped
 * when the sample may end inside it (`whole` false).
 */
export function sampleRows(
	bytes: Uint8Array,
	reading: Pick<Reading, 'delimiter' | 'quote' | 'escape'>,
	whole: boolean,
	most: number
): SampleRow[] {
	const dialect = byteDialect(reading);
	const scanner = new RecordScanner(dialect);
	const rows: SampleRow[] = [];
	let line = 1;
	for (let at = 0; at < bytes.length && rows.length < most;) {
		scanner.scan(bytes, at, bytes.length, true);
		if (scanner.atEnd && !whole && rows.length > 0) break;
		const broken = scanner.unclosed || ((scanner.flags & STRAY) !== 0 && scanner.lines > 1);
		const end = broken ? nextLine(bytes, at, bytes.length) : scanner.next;
		if (scanner.end > at || broken) {
			rows.push({
				line,
				lines: broken ? 1 : scanner.lines,
				cells: broken ? [] : rowCells(bytes, scanner),
				raw: decoder.decode(bytes.subarray(at, broken ? end : scanner.end)),
				broken
			});
		}
		line += broken ? 1 : scanner.lines;
		at = end;
	}
	return rows;
}

/** Values of the record in the scanner. */
export function rowCells(bytes: Uint8Array, scanner: RecordScanner): string[] {
	const cells: string[] = [];
	for (let field = 0; field < scanner.fields; field++) {
		cells.push(decoder.decode(valueBytes(bytes, scanner, field, scanner.dialect)));
	}
	return cells;
}
