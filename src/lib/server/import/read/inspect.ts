import { countCells } from '#lib/import/counted-column.ts';
import { inspectBytes, nothing } from '#lib/import/inspect-bytes.ts';
import { inspectTable } from '#lib/import/inspect-table.ts';
import type { Inspection } from '#lib/import/inspection.ts';
import type { Mapping, Reading } from '#lib/import/mapping.ts';
import type { Targets } from '#lib/import/propose-mapping.ts';
import { planSheet } from '#lib/import/sheet-plan.ts';
import { isTotalsRow } from '#lib/import/totals-row.ts';
import { firstRows, sheetWarnings } from './canonicalise-sheet.ts';
import { encodingOfFile } from './file-encoding.ts';
import { MergedCells } from './merged-cells.ts';
import { openSource, sourceHead, Unreadable } from './source.ts';
import { openSheet, workbookFormat } from './workbook.ts';
import type { WorkbookFormat } from './workbook.ts';

export interface InspectFileOptions {
	/** What a person has set; the rest is detected. */
	readonly reading?: Reading;
	readonly kind?: Mapping['kind'];
	/** Fields a person gave to columns, by position. */
	readonly targets?: Targets;
	/**
	 * Only the reading and the header are wanted (to know a saved mapping by): a small first part is looked
	 * at, and the rest of the answer rests on no more than that.
	 */
	readonly briefly?: boolean;
}

/** The proposal rests on this much of a file; smaller ones are seen whole and their counts exact. */
const lookedBytes = 32 << 20;
const lookedRecords = 100_000;
const briefBytes = 1 << 20;
const briefRecords = 1000;

/** What a file promises, before anything is loaded. A file that cannot be read has a refusal in it. */
export async function inspect(path: string, options: InspectFileOptions = {}): Promise<Inspection> {
	const format = await workbookFormat(path);
	try {
		return format ? await inspectWorkbook(path, format, options) : await inspectFile(path, options);
	} catch (cause) {
		if (cause instanceof Unreadable) return nothing(format ?? 'text', false, null, cause.refusal);
		throw cause;
	}
}

async function inspectFile(
	path: string,
	{ reading, kind, targets, briefly = false }: InspectFileOptions
): Promise<Inspection> {
	const source = await openSource(path);
	const { bytes, whole } = await sourceHead(source, briefly ? briefBytes : lookedBytes);
	const asked = { ...(reading && { reading }), ...(kind && { kind }), ...(targets && { targets }) };
	let seen = inspectBytes(bytes, { whole, ...asked });
	if (!whole && seen.encoding?.by === 'ascii') {
		// ASCII so far says nothing about what comes.
		const { encoding } = await encodingOfFile(source);
		seen = inspectBytes(bytes, { whole, ...asked, reading: { ...reading, encoding } });
	}
	return { ...seen, gzip: source.gzip };
}

async function inspectWorkbook(
	path: string,
	format: WorkbookFormat,
	{ reading = {}, kind, targets, briefly = false }: InspectFileOptions
): Promise<Inspection> {
	const sheet = await openSheet(path, format, reading.sheet);
	const first = await firstRows(sheet);
	const plan = planSheet(first, { ...reading, sheet: sheet.name });
	const { width } = plan.reading;
	const columns: string[][] = Array.from({ length: width }, () => []);
	const merged = new MergedCells(sheet.merges);
	let records = 0;
	let whole = true;
	for await (const plain of sheet.rows()) {
		const row = merged.fill(plain, plan.layout.bodyLine);
		if (row.line < plan.layout.bodyLine || row.cells.every((cell) => cell.trim() === '')) continue;
		if (plan.reading.totals !== 'keep' && row.cells.length > 1 && isTotalsRow(row.cells)) continue;
		if (records === (briefly ? briefRecords : lookedRecords)) {
			whole = false;
			break;
		}
		columns.forEach((column, position) => column.push(row.cells[position] ?? ''));
		records++;
	}
	const { header } = plan.layout;
	const table = { header, width, columns: columns.map(countCells), headerDoubtful: false };
	const inspected = inspectTable(table, plan.reading, kind, targets);
	return {
		format,
		gzip: false,
		encoding: null,
		reading: plan.reading,
		sheets: sheet.sheets,
		firstLines: first.slice(0, 30).map(({ line, cells }) => ({
			line,
			// A tab or a line break inside a cell is no other column.
			text: cells
				.map((cell) => cell.replace(/\s+/g, ' ').trim().slice(0, 80))
				.join('\t')
				.slice(0, 4_000)
		})),
		...inspected,
		columns: inspected.columns.map((column) =>
			sheet.text.dates.has(column.position)
				? { ...column, evidence: [...column.evidence, { code: 'true_dates', facts: {} }] }
				: column
		),
		warnings: [
			...plan.layout.warnings,
			...sheetWarnings(sheet, merged.filled, 0),
			...inspected.warnings
		],
		refusal: null,
		sample: { records, whole }
	};
}
