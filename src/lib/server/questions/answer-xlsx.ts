import { writeXlsx } from 'hucre/xlsx';
import type { Answer, Cell, ColumnKind } from '#lib/server/warehouse/port.ts';
import { cellText } from './case-xlsx.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * An answer as a workbook: its rows, and on a second sheet what they answer and which cases they count.
 * Text stays text and is never a formula; a day is a date.
 *
 * @param about what the reader asked, line by line: question, filter, state of the data
 */
export async function xlsxOfAnswer(
	answer: Answer,
	about: readonly (readonly [string, string])[]
): Promise<Uint8Array<ArrayBuffer>> {
	const { columns, values, rowCount } = answer;
	const rows = Array.from({ length: rowCount }, (_, row) =>
		columns.map(({ kind }, at) => cellOf(values[at]?.[row] ?? null, kind))
	);
	const written = await writeXlsx({
		sheets: [
			{
				name: 'data',
				columns: columns.map(({ kind }) => shown[kind]),
				rows: [columns.map(({ name }) => name), ...rows],
				freezePane: { rows: 1 }
			},
			{
				name: 'about',
				columns: [{ width: 20 }, { width: 80 }],
				rows: about.map((line) => [...line])
			}
		]
	});
	return new Uint8Array(written);
}

const text = { width: 16, numFmt: '@' };
const shown: Readonly<Record<ColumnKind, { width: number; numFmt?: string }>> = {
	text,
	json: text,
	number: { width: 14 },
	boolean: { width: 8 },
	day: { width: 12, numFmt: 'yyyy-mm-dd' },
	instant: { width: 20, numFmt: 'yyyy-mm-dd hh:mm:ss' }
};

function cellOf(cell: Cell, kind: ColumnKind): string | number | boolean | Date | null {
	if (cell === null || typeof cell === 'boolean') return cell;
	if (kind === 'day' || kind === 'instant') return new Date(cell as string | number);
	// Infinity ("more than half are open") is no number of a spreadsheet.
	if (typeof cell === 'number') return Number.isFinite(cell) ? cell : String(cell);
	return cellText(typeof cell === 'string' ? cell : JSON.stringify(cell));
}
