import { chiSquareTable } from '#lib/statistics/testing/chi-square-table.ts';
import { foldedRows, type GridRow } from './period-grid.ts';

/** Cases of one value down and one across; `rest` holds all values across that are not named. */
export interface CrossCount {
	readonly name: string | null;
	readonly kind: string;
	readonly value: string | null;
	readonly cases: number;
}

export interface CrossColumn {
	readonly kind: 'value' | 'rest' | 'blank';
	/** Null for the rest and the blank group. */
	readonly key: string | null;
	readonly cases: number;
}

export interface CrossGrid {
	readonly columns: readonly CrossColumn[];
	readonly rows: readonly (GridRow & { readonly expected: readonly (number | null)[] })[];
	/** Strength of the association, 0–1; null where there are not two values each way. */
	readonly cramersV: number | null;
}

/** Below this expectation a residual is no normal deviate. */
const leastExpected = 5;

/**
 * Cases of each value down in each value across, with adjusted residuals (Haberman 1973) and Cramér's V
 * of the values that are told: blank groups are shown and take no part in either.
 */
export function crossGrid(counts: readonly CrossCount[], most: number): CrossGrid {
	const columns = columnsOf(counts);
	const place = new Map(columns.map((column, at) => [placeKey(column.kind, column.key), at]));
	const byName = new Map<string | null, number[]>();
	for (const { name, kind, value, cases } of counts) {
		const row = byName.get(name) ?? columns.map(() => 0);
		const at = place.get(placeKey(kind, value)) ?? 0;
		row[at] = (row[at] ?? 0) + cases;
		byName.set(name, row);
	}
	const rows = foldedRows(byName, most);
	const told = columns.flatMap(({ kind }, at) => (kind === 'blank' ? [] : [at]));
	const sum = (row: readonly number[]) => told.reduce((all, at) => all + (row[at] ?? 0), 0);
	const named = rows.filter(({ group, counts: row }) => group.key !== null && sum(row) > 0);
	const filled = told.filter((at) => named.some(({ counts: row }) => (row[at] ?? 0) > 0));
	const test = chiSquareTable(named.map(({ counts: row }) => filled.map((at) => row[at] ?? 0)));
	return {
		columns,
		cramersV: test.cramersV,
		rows: rows.map(({ group, counts: row }) => {
			const z: (number | null)[] = columns.map(() => null);
			const expected: (number | null)[] = columns.map(() => null);
			const r = named.findIndex((each) => each.group === group);
			if (r >= 0)
				filled.forEach((at, c) => {
					const mean = test.expected[r]?.[c] ?? null;
					expected[at] = mean;
					if (mean !== null && mean >= leastExpected)
						z[at] = test.adjustedResiduals[r]?.[c] ?? null;
				});
			return { group, counts: row, z, expected };
		})
	};
}

const order = { value: 0, rest: 1, blank: 2 } as const;

function columnsOf(counts: readonly CrossCount[]): CrossColumn[] {
	const columns = new Map<
		string,
		{ kind: CrossColumn['kind']; key: string | null; cases: number }
	>();
	for (const { kind, value, cases } of counts) {
		const key = placeKey(kind, value);
		const column = columns.get(key);
		if (column) column.cases += cases;
		else columns.set(key, { kind: kind as CrossColumn['kind'], key: value, cases });
	}
	return [...columns.values()].sort((a, b) => order[a.kind] - order[b.kind] || b.cases - a.cases);
}

function placeKey(kind: string, value: string | null): string {
	return `${kind} ${value ?? ''}`;
}
