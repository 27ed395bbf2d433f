import type { Answer, Cell } from './port.ts';

/** The answer as objects, one a row. `Row` is the declared row type of the query; a test compares both. */
export function rowsOf<Row extends object>(answer: Answer): Row[] {
	const rows: Row[] = [];
	for (let index = 0; index < answer.rowCount; index++) {
		const row: Record<string, Cell> = {};
		answer.columns.forEach((column, position) => {
			row[column.name] = answer.values[position]?.[index] ?? null;
		});
		rows.push(row as Row);
	}
	return rows;
}

/** The only row of an answer that always has one. */
export function rowOf<Row extends object>(answer: Answer): Row {
	const [row] = rowsOf<Row>(answer);
	if (row === undefined) throw new Error('the query answered without a row');
	return row;
}
