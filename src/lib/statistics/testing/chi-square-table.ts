import { chiSquareUpperTail } from '../distributions/chi-square.ts';
import { sum } from '../sum.ts';

/**
 * Pearson's χ² of a table of counts, without continuity correction, with Cramér's V (no bias
 * correction) and adjusted residuals, which say which cells make it: |r| > 2 stands out.
 * A row or column without cases leaves the test undefined: statistic, pValue, cramersV and its
 * residuals are null.
 * Sources: Pearson (1900); Haberman (1973), Biometrics 29:205.
 * @param table rows × columns, whole numbers ≥ 0
 */
export function chiSquareTable(table: readonly (readonly number[])[]) {
	const rows = table.map(sum);
	const columns = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column]!)));
	const total = sum(rows);
	const df = Math.max(0, rows.length - 1) * Math.max(0, columns.length - 1);
	const expected = rows.map((row) => columns.map((column) => (row * column) / total));
	const smaller = Math.min(rows.length, columns.length) - 1;
	const known = df > 0 && [...rows, ...columns].every((margin) => margin > 0);
	const statistic = known
		? sum(table.flatMap((row, r) => row.map((count, c) => cell(count, expected[r]![c]!))))
		: null;
	const adjustedResiduals = table.map((row, r) =>
		row.map((count, c) => {
			const mean = expected[r]![c]!;
			const variance = mean * (1 - rows[r]! / total) * (1 - columns[c]! / total);
			return variance > 0 ? (count - mean) / Math.sqrt(variance) : null;
		})
	);
	return {
		statistic,
		df,
		pValue: statistic === null ? null : chiSquareUpperTail(statistic, df),
		expected: expected.map((row) => row.map((count) => (total > 0 ? count : null))),
		cramersV: statistic === null ? null : Math.sqrt(statistic / (total * smaller)),
		adjustedResiduals,
		minExpected: total > 0 ? Math.min(...expected.flat()) : null
	};
}

function cell(observed: number, expected: number): number {
	return (observed - expected) ** 2 / expected;
}
