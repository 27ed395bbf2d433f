import { isNote, noteHeader, ownPositions } from '#lib/import/note-columns.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { loadDetails, setAsideRow, type QuarantineRow } from './ledger.ts';

/** Titles of the columns put before the file's own, and reasons, in the reader's language. */
export interface QuarantineWords {
	readonly line: string;
	readonly reason: string;
	readonly column: string;
	readonly value: string;
	readonly reasonOf: (code: string) => string;
}

/** The one note a program reads: the same in every language. */
const codeTitle = 'reason_code';

/**
 * The rows a load set aside as a CSV to mend in a spreadsheet and import again: byte order mark, what
 * was wrong, then the columns of the file. A record of another field count keeps its fields in their
 * own columns, one that could not be cut stands as text in the first. Null when there is no such load.
 */
export async function quarantineCsv(
	store: DuckDbWarehouse,
	loadId: number,
	words: QuarantineWords
): Promise<AsyncIterable<string> | null> {
	const details = await loadDetails(store, loadId);
	if (!details) return null;
	const { mapping, header } = details;
	const notes = [words.line, words.reason, codeTitle, words.column, words.value].map(noteHeader);
	const own = ownPositions(header).map((position) => header[position] ?? '');
	// Asked now: the language of a request is not known any more while its answer streams.
	const reasons = new Map(details.reasons.map(({ reason }) => [reason, words.reasonOf(reason)]));
	async function* lines(): AsyncGenerator<string> {
		yield `\uFEFF${record([...notes, ...own])}`;
		const pieces = store.stream('import/quarantine_rows', { parameters: { load_id: loadId } });
		for await (const piece of pieces)
			yield rowsOf<QuarantineRow>(piece)
				.map((row) => {
					const { line, reason, column, value, fields } = setAsideRow(row, mapping, header);
					const said = reasons.get(reason) ?? reason;
					const kept = fields.filter((_, position) => !isNote(header[position]));
					return record([String(line), said, reason, column ?? '', value ?? '', ...kept]);
				})
				.join('');
	}
	return lines();
}

function record(fields: readonly string[]): string {
	return `${fields.map(cell).join(',')}\r\n`;
}

/**
 * A spreadsheet takes what begins like this for a formula; an apostrophe keeps it text, and reading a
 * mended download takes it off again (`unguarded`).
 */
const formula = /^'*[=+\-@\t\r]/;
const number = /^[+-]?\d+([.,]\d+)*$/;

function cell(text: string): string {
	const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
	return /[",\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
