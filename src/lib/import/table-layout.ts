import type { Warning } from './inspection.ts';
import type { Reading } from './mapping.ts';
import { hasNotes } from './note-columns.ts';
import type { SampleRow } from './sample-row.ts';
import { mendHeader, mergeHeader } from './header-names.ts';
import { isKnownHeader } from './header-words.ts';
import { columnKind, valueKind } from './value-kind.ts';
import type { ValueKind } from './value-kind.ts';

export interface Layout {
	readonly skipLines: number;
	readonly headerRows: number;
	readonly width: number;
	readonly shortWidth: number | null;
	/** One name a column as it stands (several header rows joined), null without header. */
	readonly header: readonly string[] | null;
	/** The header rows cell by cell, to know them again further down. */
	readonly headerCells: readonly (readonly string[])[];
	/** Index of the first data row among the rows given. */
	readonly body: number;
	/** Physical line behind the header. */
	readonly bodyLine: number;
	readonly warnings: readonly Warning[];
}

const bodyLooked = 200;

/**
 * Where the table begins and how wide it is: titles above it, header rows, fields of a record. A row is
 * a header when its words stand above numbers and times, when it is known from other logs, or (no
 * evidence either way) when its cells are filled and all different.
 */
export function findLayout(rows: readonly SampleRow[], asked: Reading = {}): Layout {
	const given = { ...ofDownload(rows[0]), ...asked };
	const warnings: Warning[] = [];
	let first = 0;
	if (given.skipLines !== undefined) {
		const skipped = given.skipLines;
		first = rows.findIndex((row) => row.line > skipped);
		if (first < 0) first = rows.length;
	}
	const modal = commonWidth(rows.slice(first));
	let width = given.width ?? modal.width;
	if (given.skipLines === undefined) first = firstTableRow(rows, width);
	const top = rows[first];
	// A second header row must not pass for the values of a small table.
	const beneath = rows.length - first > 3 ? 2 : 1;
	const kinds = bodyKinds(rows.slice(first + beneath), width);
	if (given.width === undefined && top && modal.share < 0.5 && top.cells.length !== width) {
		// Where no count prevails (text cut at blanks), the header says how many fields were meant.
		const meant = top.cells.length;
		const many = rows.filter((row) => row.cells.length === meant).length;
		if (many >= 3 && looksLikeHeader(top.cells)) width = meant;
	}
	let headerRows = given.headerRows ?? countHeaderRows(rows.slice(first), width, kinds);
	headerRows = Math.min(headerRows, rows.length - first);
	const skipLines = given.skipLines ?? (top ? top.line - 1 : 0);
	if (first > 0 && given.skipLines === undefined) {
		warnings.push({ code: 'preamble', facts: { until: skipLines }, count: skipLines });
	}
	if (headerRows === 0) {
		return {
			skipLines,
			headerRows,
			width,
			shortWidth: given.shortWidth ?? null,
			header: null,
			headerCells: [],
			body: first,
			bodyLine: skipLines + 1,
			warnings
		};
	}
	const body = rows.slice(first + headerRows);
	const headers = rows.slice(first, first + headerRows);
	if (body.length === 0 && given.width === undefined) width = top?.cells.length ?? width;
	const mended = headers.map((row) => mendHeader(row, width, body));
	let shortWidth: number | null = null;
	for (const { warning, leavesOut } of mended) {
		if (warning) warnings.push(warning);
		if (leavesOut && given.width === undefined) {
			shortWidth = width;
			width = leavesOut;
		}
	}
	const names = mended.map((row) => row.names);
	const lowest = headers[headers.length - 1] as SampleRow;
	return {
		skipLines,
		headerRows,
		width,
		shortWidth: given.shortWidth ?? shortWidth,
		header: mergeHeader(names, width),
		headerCells: headers.map((row) => row.cells),
		body: first + headerRows,
		bodyLine: lowest.line + lowest.lines,
		warnings
	};
}

/** Our own download of rows set aside says by its first line what it is, however ragged its records. */
function ofDownload(top: SampleRow | undefined): Reading {
	if (!top || top.broken || !hasNotes(top.cells)) return {};
	return { skipLines: 0, headerRows: 1, width: top.cells.length };
}

function commonWidth(rows: readonly SampleRow[]): { width: number; share: number } {
	const counts = new Map<number, number>();
	let all = 0;
	for (const row of rows) {
		if (row.broken || isBlankRow(row)) continue;
		all++;
		counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
	}
	let width = rows[0]?.cells.length ?? 1;
	let most = 0;
	for (const [fields, count] of counts) {
		if (count > most || (count === most && fields > width)) [width, most] = [fields, count];
	}
	return { width, share: all === 0 ? 0 : most / all };
}

const filled = (row: SampleRow): number => row.cells.filter((cell) => cell.trim() !== '').length;
const isBlankRow = (row: SampleRow): boolean => !row.broken && filled(row) === 0;

/** Skips blank rows, titles (one filled cell of many) and rows of another width that no table row follows. */
function firstTableRow(rows: readonly SampleRow[], width: number): number {
	let at = 0;
	while (at < rows.length) {
		const row = rows[at] as SampleRow;
		const next = rows.slice(at + 1).find((other) => !isBlankRow(other));
		const title = width >= 3 && filled(row) <= 1 && !isDamagedHeader(row, next, width);
		const apart = row.cells.length !== width && next !== undefined && isAbove(row, next, width);
		if (!isBlankRow(row) && !title && !apart) break;
		at++;
	}
	return at === rows.length ? 0 : at;
}

/** One row with the words of a header that only its quotes or its delimiter keep from being one. */
function isDamagedHeader(row: SampleRow, next: SampleRow | undefined, width: number): boolean {
	if (row.broken) return true;
	if (row.cells.length > 1 || width < 4 || (next && looksLikeHeader(next.cells))) return false;
	return mendHeader(row, width, []).warning?.code === 'header_mended';
}

/** A row of another width is no header if the next is one, or if it has fewer than half the fields. */
function isAbove(row: SampleRow, next: SampleRow, width: number): boolean {
	if (row.broken) return false;
	if (row.cells.length * 2 < width && width > 3 && !row.raw.includes('"')) {
		return next.cells.length * 2 < width || looksLikeHeader(next.cells);
	}
	return next.cells.length === width && looksLikeHeader(next.cells) && !looksLikeHeader(row.cells);
}

function looksLikeHeader(cells: readonly string[]): boolean {
	const names = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
	if (names.length < cells.length / 2) return false;
	if (new Set(names).size < names.length * 0.7) return false;
	return names.every((name) => valueKind(name) === 'text' && name.length <= 80);
}

function bodyKinds(rows: readonly SampleRow[], width: number): ValueKind[] {
	const body = rows.filter((row) => row.cells.length === width).slice(0, bodyLooked);
	return Array.from({ length: width }, (_, column) =>
		columnKind(body.map((row) => row.cells[column] as string))
	);
}

function countHeaderRows(
	rows: readonly SampleRow[],
	width: number,
	kinds: readonly ValueKind[]
): number {
	const top = rows[0];
	if (!top) return 0;
	const words = top.cells.map((cell) => cell.trim());
	const vote = top.cells.length === width ? headerVote(words, kinds) : null;
	const known = words.filter((cell) => cell !== '' && isKnownHeader(cell)).length;
	if (vote !== null && vote < 0) return 0;
	if ((vote === null || vote === 0) && known === 0) {
		const repeats = rows
			.slice(1, bodyLooked)
			.some((row) => row.cells.some((cell, column) => cell !== '' && cell === words[column]));
		if (vote === 0 && repeats && !sameCells(rows[1], words)) return 0;
		if (!top.broken && !looksLikeHeader(words) && vote !== null) return 0;
		if (vote === null && !looksLikeHeader(words) && !top.broken) return 0;
	}
	let count = 1;
	while (count < 3 && count < rows.length - 1) {
		const row = rows[count] as SampleRow;
		if (row.cells.length !== width) break;
		const cells = row.cells.map((cell) => cell.trim());
		const again = sameCells(row, words);
		const typed = kinds.filter((kind) => kind === 'number' || kind === 'time').length;
		const under = typed > 0 && headerVote(cells, kinds) >= Math.max(1, typed / 2);
		const merged = filled(rows[count - 1] as SampleRow) < width;
		if (!again && !(under && merged && looksLikeHeader(cells))) break;
		count++;
	}
	return count;
}

const sameCells = (row: SampleRow | undefined, cells: readonly string[]): boolean =>
	row !== undefined &&
	row.cells.length === cells.length &&
	row.cells.every((cell, column) => cell.trim() === cells[column]);

/** Words above numbers and times count for a header, a number or time above its like against it. */
function headerVote(cells: readonly string[], kinds: readonly ValueKind[]): number {
	let vote = 0;
	cells.forEach((cell, column) => {
		const kind = kinds[column];
		if (kind !== 'number' && kind !== 'time') return;
		const own = valueKind(cell);
		if (own === 'text') vote++;
		else if (own === kind) vote--;
	});
	return vote;
}
