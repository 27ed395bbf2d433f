import { writeXlsx } from 'hucre/xlsx';
import { cellText, sheetName } from './case-xlsx.ts';

/** A table to be written: lines above its head, its head, its rows. */
interface WrittenSheet {
	readonly name: string;
	readonly about: readonly (readonly [string, string])[];
	readonly columns: readonly {
		readonly title: string;
		readonly kind: 'text' | 'number' | 'share' | 'day';
		readonly width?: number;
	}[];
	readonly rows: readonly (readonly (string | number | null)[])[];
}

const forms = {
	text: { width: 16, numFmt: '@' },
	number: { width: 14 },
	share: { width: 12, numFmt: '0.0%' },
	day: { width: 12, numFmt: 'yyyy-mm-dd' }
} as const;

/** Tables as a workbook, a sheet each. Text stays text and is never a formula; a day is a date. */
export async function xlsxOfSheets(
	sheets: readonly WrittenSheet[]
): Promise<Uint8Array<ArrayBuffer>> {
	const written = await writeXlsx({
		sheets: sheets.map(({ name, about, columns, rows }) => ({
			name: sheetName(name),
			columns: columns.map(({ kind, width }) => ({
				...forms[kind],
				...(width !== undefined && { width })
			})),
			rows: [
				...about.map((line) => line.map(cellText)),
				[],
				columns.map(({ title }) => cellText(title)),
				...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]!.kind)))
			],
			freezePane: { rows: about.length + 2 }
		}))
	});
	return new Uint8Array(written);
}

function cellOf(
	cell: string | number | null,
	kind: keyof typeof forms
): string | number | Date | null {
	if (cell === null) return null;
	if (typeof cell === 'number') return Number.isFinite(cell) ? cell : String(cell);
	return kind === 'day' ? new Date(`${cell}T00:00:00Z`) : cellText(cell);
}
