import type { MergeRange } from 'hucre/xlsx';
import type { SheetRow } from './workbook.ts';

/**
 * Fills cells merged over several rows of one column: the value stands for all of them, though the file
 * holds it once. Counts the cells below the header it filled.
 */
export class MergedCells {
	filled = 0;
	readonly #byRow = new Map<number, { column: number; until: number }[]>();
	#open: { column: number; until: number; value: string }[] = [];

	constructor(merges: readonly MergeRange[]) {
		for (const { startRow, endRow, startCol, endCol } of merges) {
			if (startCol !== endCol || startRow === endRow) continue;
			const line = startRow + 1;
			const known = this.#byRow.get(line) ?? [];
			known.push({ column: startCol, until: endRow + 1 });
			this.#byRow.set(line, known);
		}
	}

	fill(row: SheetRow, bodyLine: number): SheetRow {
		const starting = this.#byRow.get(row.line);
		if (!starting && this.#open.length === 0) return row;
		this.#open = this.#open.filter(({ until }) => row.line <= until);
		const cells = [...row.cells];
		for (const { column, value } of this.#open) {
			if ((cells[column] ?? '') !== '' || value === '') continue;
			while (cells.length <= column) cells.push('');
			cells[column] = value;
			if (row.line >= bodyLine) this.filled++;
		}
		for (const { column, until } of starting ?? []) {
			this.#open.push({ column, until, value: cells[column] ?? '' });
		}
		return { line: row.line, cells };
	}
}
