import { readFile } from 'node:fs/promises';
import { readOds } from 'hucre/ods';
import { readXls, streamXlsxRows } from 'hucre/xlsx';
import type { CellValue, MergeRange, Sheet } from 'hucre/xlsx';
import type { SheetChoice } from '#lib/import/inspection.ts';
import { SheetText } from './sheet-text.ts';
import { firstBytes, Unreadable } from './source.ts';
import { XlsxParts } from './xlsx-parts.ts';

export type WorkbookFormat = 'xlsx' | 'xls' | 'ods';

/** A row of a sheet as text; `line` is the number Excel shows beside it. */
export interface SheetRow {
	readonly line: number;
	readonly cells: readonly string[];
}

/** One sheet of a workbook, ready to be read row by row. */
export interface OpenSheet {
	readonly format: WorkbookFormat;
	readonly sheets: readonly SheetChoice[];
	readonly name: string;
	readonly merges: readonly MergeRange[];
	readonly text: SheetText;
	rows(): AsyncIterable<SheetRow>;
}

/** Rows whose styles tell the number formats of the columns. */
const styledRows = 200;

/** What kind of workbook the first bytes promise; null for text. */
export async function workbookFormat(path: string): Promise<WorkbookFormat | null> {
	const head = await firstBytes(path, 128);
	if (head.length < 8) return null;
	if (head.readUInt32LE(0) === 0x04034b50) {
		return head.includes('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : 'xlsx';
	}
	return head.readUInt32BE(0) === 0xd0cf11e0 ? 'xls' : null;
}

/** Opens the sheet asked for, else the first one that can be seen and has rows. */
export async function openSheet(
	path: string,
	format: WorkbookFormat,
	wanted?: string
): Promise<OpenSheet> {
	const bytes = await readFile(path);
	if (format === 'xls' && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
		throw new Unreadable('encrypted_workbook');
	}
	try {
		return format === 'xlsx'
			? await openXlsx(bytes, wanted)
			: await openWhole(bytes, format, wanted);
	} catch (cause) {
		if (cause instanceof Unreadable) throw cause;
		const code = /encrypt|password/i.test(String(cause))
			? 'encrypted_workbook'
			: 'unreadable_workbook';
		throw new Unreadable(code, { format });
	}
}

function choose(sheets: readonly SheetChoice[], wanted: string | undefined): SheetChoice {
	const found =
		wanted === undefined
			? (sheets.find((sheet) => !sheet.hidden && sheet.rows !== 0) ??
				sheets.find((sheet) => !sheet.hidden) ??
				sheets[0])
			: sheets.find((sheet) => sheet.name === wanted);
	if (!found) throw new Unreadable('no_such_sheet', { sheet: wanted ?? '' });
	return found;
}

async function openXlsx(bytes: Buffer, wanted: string | undefined): Promise<OpenSheet> {
	const parts = new XlsxParts(bytes);
	const sheets = parts.sheets();
	const { name } = choose(sheets, wanted);
	const text = new SheetText(parts.columnFormats(name), parts.is1904);
	return {
		format: 'xlsx',
		sheets,
		name,
		merges: await parts.merges(name),
		text,
		async *rows() {
			// A damaged sheet may give two rows one number; a line tells one row from another.
			let line = 0;
			for await (const row of streamXlsxRows(bytes, { sheet: name })) {
				line = Math.max(line, row.index) + 1;
				yield { line, cells: text.row(row.values) };
			}
		}
	};
}

async function openWhole(
	bytes: Buffer,
	format: 'xls' | 'ods',
	wanted: string | undefined
): Promise<OpenSheet> {
	const read = format === 'xls' ? readXls : readOds;
	const book = await read(bytes, { readStyles: true });
	const sheets = book.sheets.map((sheet) => ({
		name: sheet.name,
		hidden: sheet.hidden === true || sheet.veryHidden === true,
		rows: sheet.rows.length
	}));
	const { name } = choose(sheets, wanted);
	const sheet = book.sheets.find((one) => one.name === name) as Sheet;
	const text = new SheetText(columnFormats(sheet), book.dateSystem === '1904');
	return {
		format,
		sheets,
		name,
		merges: sheet.merges ?? [],
		text,
		rows: () => fromArray(sheet.rows, text)
	};
}

async function* fromArray(
	rows: readonly (readonly CellValue[])[],
	text: SheetText
): AsyncGenerator<SheetRow, void, undefined> {
	await Promise.resolve();
	for (const [index, values] of rows.entries()) yield { line: index + 1, cells: text.row(values) };
}

/** The commonest number format of each column's numbers and dates. */
function columnFormats(sheet: Sheet): string[] {
	const counts: Map<string, number>[] = [];
	for (const [place, cell] of sheet.cells ?? []) {
		const [row = 0, column = 0] = place.split(',').map(Number);
		if (row >= styledRows || cell.style?.numFmt === undefined) continue;
		if (typeof cell.value !== 'number' && !(cell.value instanceof Date)) continue;
		const count = (counts[column] ??= new Map<string, number>());
		count.set(cell.style.numFmt, (count.get(cell.style.numFmt) ?? 0) + 1);
	}
	return Array.from(
		counts,
		(count) =>
			[...(count ?? [])].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [
				string,
				number
			])[0]
	);
}
