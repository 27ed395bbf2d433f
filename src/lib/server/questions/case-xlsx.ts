import { writeXlsxStream, type CellValue } from 'hucre/xlsx';
import type { CaseExport, ExportCell, ExportKind } from './case-export.ts';

/** Control characters, which XML cannot hold: with one of them the workbook would not open. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Excel holds no more characters in a cell. */
const mostCharacters = 32_767;

/**
 * An export as a workbook: numbers of cases and orders stay text, times are true dates, text is never a
 * formula. Rows above Excel's limit go on in further sheets with the head repeated. Rows are written as
 * they are read, so memory does not grow with their number.
 *
 * @param sheet name of the sheet; it also says how many rows there are
 * @param mostRows rows a sheet holds, the head included (Excel's limit; smaller in tests)
 */
export function xlsxOfCases(
	exported: CaseExport,
	titles: readonly string[],
	sheet: string,
	mostRows = 1_048_576
): ReadableStream<Uint8Array> {
	const columns = exported.columns.map(({ kind }, index) => ({
		header: titles[index],
		width: widths[kind],
		numFmt: kind === 'time' ? 'yyyy-mm-dd hh:mm:ss' : kind === 'text' ? '@' : undefined
	}));
	return writeXlsxStream(rowByRow(exported.pieces), {
		name: sheetName(sheet),
		columns,
		freezePane: { rows: 1 },
		maxRowsPerSheet: mostRows,
		zip64: exported.count > rowsBelowFourGigabytes
	});
}

/**
 * A sheet of more rows may pass 4 GiB of XML, which needs ZIP64 records. Excel reads them, some other
 * programs do not, so smaller files go without.
 */
const rowsBelowFourGigabytes = 300_000;

const widths: Readonly<Record<ExportKind, number>> = { text: 16, number: 12, time: 20, flag: 8 };

async function* rowByRow(pieces: CaseExport['pieces']): AsyncGenerator<CellValue[]> {
	for await (const rows of pieces) for (const row of rows) yield row.map(cellValue);
}

function cellValue(cell: ExportCell): CellValue {
	return typeof cell === 'string' ? cellText(cell) : cell;
}

/** Text as a cell of a workbook can hold it. */
export function cellText(text: string): string {
	return text.replace(unwritable, '').slice(0, mostCharacters);
}

/** Without the characters Excel refuses, at most 31 long less the ordinal of further sheets. */
export function sheetName(text: string): string {
	return text.replace(/[\\/?*[\]:]/g, ' ').slice(0, 27);
}
