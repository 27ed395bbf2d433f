import { expect, it } from 'vitest';
import { chiSquareTable } from '#lib/statistics/testing/chi-square-table.ts';

// By hand: expected 15, 15, 15, 15; χ² = 4 · 25/15; V = √(χ²/60); residual −5/√(15 · ½ · ½).
it('gives statistic, Cramér’s V and adjusted residuals of a 2 × 2 table', () => {
	const result = chiSquareTable([
		[10, 20],
		[20, 10]
	]);
	expect(result.statistic).toBeCloseTo(100 / 15, 12);
	expect(result.cramersV).toBeCloseTo(Math.sqrt(100 / 15 / 60), 12);
	expect(result.adjustedResiduals[0]?.[0]).toBeCloseTo(-5 / Math.sqrt(3.75), 12);
	expect(result).toMatchObject({ df: 1, minExpected: 15 });
});

it('is not defined with an empty row, for one row, or for no cases', () => {
	const empty = chiSquareTable([
		[3, 4],
		[0, 0]
	]);
	expect([empty.statistic, empty.pValue, empty.cramersV]).toEqual([null, null, null]);
	expect(empty.expected).toEqual([
		[3, 4],
		[0, 0]
	]);
	expect(chiSquareTable([[3, 4]])).toMatchObject({ statistic: null, df: 0 });
	expect(chiSquareTable([]).minExpected).toBeNull();
});
