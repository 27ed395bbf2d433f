import { byteOrderMark, csvLine } from './csv.ts';
import type { CaseExport, ExportCell } from './case-export.ts';

/**
 * An export as CSV: UTF-8 with a byte order mark so that Excel reads it, CRLF, text that a spreadsheet
 * would run as a formula disarmed.
 *
 * @param titles head of each column
 */
export function csvOfCases(
	{ pieces }: CaseExport,
	titles: readonly string[]
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	const source = pieces[Symbol.asyncIterator]();
	return new ReadableStream(
		{
			start(controller) {
				controller.enqueue(encoder.encode(byteOrderMark + csvLine(titles)));
			},
			async pull(controller) {
				const { done, value } = await source.next();
				if (done) return controller.close();
				controller.enqueue(encoder.encode(value.map((row) => csvLine(row.map(plain))).join('')));
			},
			async cancel() {
				await source.return?.(undefined);
			}
		},
		{ highWaterMark: 1 }
	);
}

/** A time as people write it, to the second. */
function plain(cell: ExportCell): string | number | boolean | null {
	return cell instanceof Date ? cell.toISOString().slice(0, 19).replace('T', ' ') : cell;
}
