import type { HeatMapColumns, HeatMapWords } from '#lib/charts/options/heat-map.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { GridRow } from '#lib/measures/period-grid.ts';
import { groupName } from './categories-links.ts';

/** Rows of a grid as the heat map takes them; `across` are the ids of its columns. */
export function gridColumns(
	rows: readonly GridRow[],
	across: readonly string[],
	partial: readonly number[] = []
): HeatMapColumns {
	const cells = rows.flatMap(({ counts, z }, row) =>
		counts.map((count, column) => ({ row, column, count, z: z[column] ?? Number.NaN }))
	);
	return {
		rows: rows.map(({ group }) => group.key),
		across,
		row: cells.map(({ row }) => row),
		column: cells.map(({ column }) => column),
		count: cells.map(({ count }) => count),
		z: cells.map(({ z }) => z),
		partial
	};
}

/** Words of a grid; `head` and `name` say a place across in short and in full, `tip` what a cell holds. */
export function gridWords(
	f: Formats,
	rows: readonly GridRow[],
	across: readonly string[],
	head: (at: number) => string,
	tip: (row: GridRow, at: number) => readonly string[],
	column = head
): HeatMapWords {
	const byKey = new Map(rows.map((row) => [row.group.key, row]));
	const name = (key: string | null) => groupName(f, byKey.get(key)?.group ?? { key, values: 1 });
	return {
		row: name,
		column: (key) => head(across.indexOf(key ?? '')),
		count: f.count,
		short: f.compactCount,
		tip: (cell) => {
			const row = byKey.get(cell.row);
			const at = across.indexOf(cell.column ?? '');
			const title = `${name(cell.row)} · ${column(at)}`;
			return row ? [title, ...tip(row, at)] : [title];
		}
	};
}

/** The cell that stands out most among rows and columns that have a name. */
export function loudest<Row extends GridRow>(
	rows: readonly Row[],
	counts: (row: Row, at: number) => boolean
): { readonly row: Row; readonly at: number; readonly z: number; readonly found: number } | null {
	const cells = rows.flatMap((row) =>
		row.z.flatMap((z, at) =>
			z !== null && Math.abs(z) >= 3 && counts(row, at) ? [{ row, at, z }] : []
		)
	);
	const [first] = cells.toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z));
	return first ? { ...first, found: cells.length } : null;
}
