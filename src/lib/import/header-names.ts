import type { Warning } from './inspection.ts';
import type { SampleRow } from './sample-row.ts';

interface Mended {
	readonly names: readonly string[];
	readonly warning: Warning | null;
	/** Header fields, where the records leave their last ones out. */
	readonly leavesOut: number | null;
}

/**
 * Fits a header of another field count to the records: empty names dropped, or the line cut again
 * without regard to quotes or at another delimiter. Else its names cannot be trusted: where records are
 * one field longer and all end with an empty one the last column is the unnamed one, where they
 * begin with row numbers the first; otherwise no column has a name. Always said.
 */
export function mendHeader(row: SampleRow, width: number, body: readonly SampleRow[]): Mended {
	const cells = row.cells.map((cell) => cell.trim());
	const facts = { line: row.line, fields: cells.length, expected: width };
	const mended = (names: readonly string[]): Mended => ({
		names,
		warning: { code: 'header_mended', facts, count: 1 },
		leavesOut: null
	});
	if (cells.length === width && !row.broken)
		return { names: cells, warning: null, leavesOut: null };
	const named = cells.filter((cell) => cell !== '');
	if (!row.broken && named.length === width) return mended(named);
	const line = row.raw.split(/\r\n|\n|\r/)[0] ?? '';
	for (const delimiter of [',', ';', '\t', '|', ' ']) {
		const names = line.split(delimiter).map((name) => name.trim().replace(/^["']+|["']+$/g, ''));
		if (names.length === width && width > 1) return mended(names);
	}
	if (cells.length === width) return mended(cells);
	const warning: Warning = { code: 'header_width', facts, count: 1 };
	const fitting = body.filter((record) => record.cells.length === width);
	if (cells.length === width - 1 && fitting.length > 1) {
		if (fitting.every((record) => record.cells[width - 1] === '')) {
			return { names: [...cells, ''], warning, leavesOut: null };
		}
		if (countsUp(fitting)) return { names: ['', ...cells], warning, leavesOut: null };
	}
	if (cells.length > width && !row.broken && named.length === cells.length) {
		return { names: cells, warning, leavesOut: cells.length };
	}
	return { names: Array.from({ length: width }, () => ''), warning, leavesOut: null };
}

/** The first field numbers the records. */
function countsUp(records: readonly SampleRow[]): boolean {
	return records.every(
		(record, at) =>
			/^\d+$/.test(record.cells[0] ?? '') &&
			(at === 0 || Number(record.cells[0]) > Number(records[at - 1]?.cells[0]))
	);
}

/**
 * Several header rows as one: a merged cell stands for the empty ones on its right, equal parts are
 * said once (`时间` over `提交`, `办结` gives `时间 提交`, `时间 办结`).
 */
export function mergeHeader(rows: readonly (readonly string[])[], width: number): string[] {
	const last = rows.length - 1;
	const full = rows.map((names, level) => {
		let group = '';
		return Array.from({ length: width }, (_, column) => {
			const name = names[column] ?? '';
			if (level === last) return name;
			if (name !== '') group = name;
			else if ((rows[last]?.[column] ?? '') === '') group = '';
			return name === '' ? group : name;
		});
	});
	return Array.from({ length: width }, (_, column) => {
		const parts = full.map((names) => names[column] as string).filter((name) => name !== '');
		return [...new Set(parts)].join(' ');
	});
}

/** Names that are all different: `Date`, `Date (2)`; unnamed ones `column 3`, counted from 1. */
export function uniqueNames(header: readonly string[] | null, width: number): string[] {
	const taken = new Set<string>();
	return Array.from({ length: width }, (_, column) => {
		const base = header?.[column]?.trim() || `column ${column + 1}`;
		let name = base;
		for (let copy = 2; taken.has(name); copy++) name = `${base} (${copy})`;
		taken.add(name);
		return name;
	});
}
