import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { uniqueNames } from '#lib/import/header-names.ts';
import type { RejectReason, Warning } from '#lib/import/inspection.ts';
import type { Reading } from '#lib/import/mapping.ts';
import { filledWidth, planSheet } from '#lib/import/sheet-plan.ts';
import { isTotalsRow } from '#lib/import/totals-row.ts';
import type { Canonical, CanonicaliseOptions } from './canonical.ts';
import { CanonicalWriter } from './canonical-writer.ts';
import { KnownRows } from './known-rows.ts';
import { MergedCells } from './merged-cells.ts';
import { RejectLog } from './reject-log.ts';
import { openSheet } from './workbook.ts';
import type { OpenSheet, SheetRow, WorkbookFormat } from './workbook.ts';

/** Rows the layout is judged on. */
const judgedRows = 3000;
const flushEvery = 5000;
/** Last rows kept back until it is known that no totals row is among them. */
const tailLength = 4;

/** One sheet of a workbook to the canonical CSV. */
export async function canonicaliseSheet(
	path: string,
	format: WorkbookFormat,
	given: Reading,
	folder: string,
	options: CanonicaliseOptions
): Promise<Canonical> {
	const sheet = await openSheet(path, format, given.sheet);
	const plan = planSheet(await firstRows(sheet), { ...given, sheet: sheet.name });
	const { width } = plan.reading;
	const { size } = await stat(path);
	const rejectsPath = join(folder, 'rejects.ndjson');
	const rejects = await open(rejectsPath, 'w');
	const writer = new CanonicalWriter(folder);
	try {
		const log = new RejectLog(rejects);
		const known = new KnownRows(plan.layout.headerCells);
		const merged = new MergedCells(sheet.merges);
		const tail: SheetRow[] = [];
		const setAside = (row: SheetRow, reason: RejectReason, fields: number): void =>
			log.add({
				line: row.line,
				reason,
				fields,
				expected: width,
				raw: row.cells.join('\t'),
				cells: row.cells.slice(0, fields)
			});
		const write = (row: SheetRow): void => writer.values(row.cells, width, row.line);
		let blank = 0;
		let seen = 0;
		for await (const plain of sheet.rows()) {
			options.signal?.throwIfAborted();
			const row = merged.fill(plain, plan.layout.bodyLine);
			if (row.line < plan.layout.bodyLine) continue;
			const fields = filledWidth(row.cells);
			if (fields === 0) blank++;
			else if (fields > width) setAside(row, 'too_many_fields', fields);
			else if (known.isHeader(padded(row.cells, width))) setAside(row, 'repeated_header', fields);
			else {
				tail.push(row);
				if (tail.length > tailLength) write(tail.shift() as SheetRow);
			}
			if (++seen % flushEvery === 0) {
				await writer.flush();
				await log.flush();
				options.onProgress?.({ bytes: 0, ofBytes: size, records: writer.records });
			}
		}
		const totals: SheetRow[] = [];
		while (
			plan.reading.totals !== 'keep' &&
			tail.length > 0 &&
			isTotalsRow(padded((tail[tail.length - 1] as SheetRow).cells, width))
		) {
			totals.push(tail.pop() as SheetRow);
		}
		for (const row of tail) write(row);
		for (const row of totals.reverse()) setAside(row, 'totals_row', filledWidth(row.cells));
		await writer.flush();
		await log.flush();
		return {
			pieces: writer.pieces,
			padded: writer.padded,
			rejectsPath,
			columns: uniqueNames(plan.layout.header, width),
			header: plan.layout.header,
			reading: plan.reading,
			encoding: null,
			recordsRead: writer.records + log.count,
			records: writer.records,
			rejected: log.count,
			rejectedBy: log.by,
			rejects: log.first,
			bytes: size,
			hash: await hashOf(path),
			warnings: [...plan.layout.warnings, ...sheetWarnings(sheet, merged.filled, blank)],
			trueDates: [...sheet.text.dates].sort((one, other) => one - other)
		};
	} finally {
		await writer.close();
		await rejects.close();
	}
}

/** The first rows of a sheet with merged cells filled. */
export async function firstRows(sheet: OpenSheet): Promise<SheetRow[]> {
	const rows: SheetRow[] = [];
	const merged = new MergedCells(sheet.merges);
	for await (const row of sheet.rows()) {
		rows.push(merged.fill(row, Infinity));
		if (rows.length >= judgedRows) break;
	}
	sheet.text.restart();
	return rows;
}

const padded = (cells: readonly string[], width: number): string[] =>
	Array.from({ length: width }, (_, column) => cells[column] ?? '');

/** What the cells of a sheet showed while they were read. */
export function sheetWarnings(sheet: OpenSheet, filled: number, blank: number): Warning[] {
	const warnings: Warning[] = [];
	for (const [column, count] of sheet.text.longNumbers) {
		warnings.push({ code: 'long_numbers', facts: {}, column, count });
	}
	for (const [column, count] of sheet.text.errors) {
		warnings.push({ code: 'error_cells', facts: {}, column, count });
	}
	if (filled > 0) warnings.push({ code: 'merged_cells_filled', facts: {}, count: filled });
	if (blank > 0) warnings.push({ code: 'blank_records', facts: {}, count: blank });
	return warnings;
}

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
		hash.update(chunk as Buffer);
	}
	return hash.digest('hex');
}
