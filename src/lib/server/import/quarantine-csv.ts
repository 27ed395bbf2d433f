import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { loadDetails, setAsideRow, type QuarantineRow } from './ledger.ts';
import { noteColumns } from './quarantine-mapping.ts';

/**
 * The rows a load set aside as a CSV to mend in a spreadsheet and import again: byte order mark, what
 * was wrong, then the columns of the file. A record whose shape did not fit stands as it came in the
 * first of them. Null when there is no such load.
 */
export async function quarantineCsv(
	store: DuckDbWarehouse,
	loadId: number
): Promise<AsyncIterable<string> | null> {
	const details = await loadDetails(store, loadId);
	if (!details) return null;
	const { mapping, header } = details;
	async function* lines(): AsyncGenerator<string> {
		yield `\uFEFF${record([...noteColumns, ...header])}`;
		const pieces = store.stream('import/quarantine_rows', { parameters: { load_id: loadId } });
		for await (const piece of pieces)
			yield rowsOf<QuarantineRow>(piece)
				.map((row) => {
					const { line, reason, column, value, fields } = setAsideRow(row, mapping, header);
					const padded = [
						...fields,
						...Array<string>(Math.max(0, header.length - fields.length)).fill('')
					];
					return record([String(line), reason, column ?? '', value ?? '', ...padded]);
				})
				.join('');
	}
	return lines();
}

function record(fields: readonly string[]): string {
	return `${fields.map(cell).join(',')}\r\n`;
}

/** A spreadsheet takes what begins like this for a formula; an apostrophe keeps it text. */
const formula = /^[=+\-@\t\r]/;
const number = /^[+-]?\d+([.,]\d+)*$/;

function cell(text: string): string {
	const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
	return /[",\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
