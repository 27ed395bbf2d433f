import { describe, expect, it } from 'vitest';
import { widenedDifference } from '#lib/statistics/proportion/widened-difference.ts';
import { widenedMeans } from '#lib/statistics/testing/widened-means.ts';
import { widenedShift } from '#lib/statistics/testing/widened-shift.ts';

describe('widenedDifference', () => {
	it('is Newcombe’s interval with the t of the periods where months scatter no more than chance', () => {
		// Newcombe (1998), contrast (a), 56/70 − 48/80, in 7 and 8 equal months: φ = 0 → 1, df = 13.
		const found = widenedDifference(
			{ counts: Array(8).fill(6) as number[], sizes: Array(8).fill(10) as number[] },
			{ counts: Array(7).fill(8) as number[], sizes: Array(7).fill(10) as number[] }
		);
		expect(found).toMatchObject({ df: 13, dispersion: 1 });
		expect(found?.difference).toBeCloseTo(0.2, 12);
		// Wilson's limits with t₁₃ = 2.160369 in place of z, worked out in Python (scipy's t).
		expect(found?.lower).toBeCloseTo(0.03708503968718, 10);
		expect(found?.upper).toBeCloseTo(0.34645283763516, 10);
	});

	it('cuts groups to their effective sizes where months scatter more', () => {
		// p̄ = 0.6 in both: χ² = 4 · (2²/(10 · 0.24)) = 6.667 on 2 df, φ = 3.333, 20 cases count as 6.
		const months = { counts: [4, 8], sizes: [10, 10] };
		const found = widenedDifference(months, months);
		expect(found?.dispersion).toBeCloseTo(10 / 3, 12);
		// Newcombe of 3.6/6 against 3.6/6 with t₂ = 4.302653.
		expect(found?.upper).toBeCloseTo(0.62074581106, 9);
		expect(found?.lower).toBeCloseTo(-0.62074581106, 9);
	});

	it('needs three periods', () => {
		expect(widenedDifference({ counts: [1], sizes: [9] }, { counts: [2], sizes: [9] })).toBeNull();
	});
});

describe('widenedMeans', () => {
	// Cases 1, 3 | 3, 5 before and 5, 7 | 7, 9 after: within 8 on 4 df = 2, between 8 on 2 df = 4, φ = 2.
	const before = { cases: [2, 2], sums: [4, 8], squares: [10, 34] };
	const after = { cases: [2, 2], sums: [12, 16], squares: [74, 130] };

	it('is the t test of equally large period means', () => {
		const found = widenedMeans(before, after);
		expect(found).toMatchObject({ difference: 4, df: 2 });
		expect(found?.dispersion).toBeCloseTo(2, 12);
		// Means 2, 4 against 6, 8: pooled variance 2, √(2 · (1/2 + 1/2)) = √2; t₂ = 4.302653.
		expect(found?.standardError).toBeCloseTo(Math.SQRT2, 12);
		expect(found?.upper).toBeCloseTo(4 + 4.302652729749 * Math.SQRT2, 9);
	});

	it('is never narrower than the cases alone', () => {
		// The same cases, dealt so that all period means of a phase are alike: within 16 on 4 df.
		const even = { cases: [2, 2], sums: [6, 6], squares: [1 + 25, 9 + 9] };
		const found = widenedMeans(even, { cases: [2, 2], sums: [14, 14], squares: [106, 98] });
		expect(found?.dispersion).toBe(1);
		expect(found?.standardError).toBeCloseTo(Math.sqrt(4 * (1 / 4 + 1 / 4)), 12);
	});

	it('says nothing without scatter or periods', () => {
		const flat = { cases: [2, 2], sums: [6, 6], squares: [18, 18] };
		expect(widenedMeans(flat, flat)).toBeNull();
		expect(widenedMeans({ cases: [], sums: [], squares: [] }, after)).toBeNull();
	});
});

describe('widenedShift', () => {
	const alone = (value: number) => ({ at: [value], counts: [1] });

	it('is R’s wilcox.test where every case stands alone', () => {
		// R 4.2.2, reference case mannWhitney-02: U = 97, shift 7; σ with ties 16.18776.
		const late = [3, 5, 5, 8, 12, 12, 15, 20, 22, 30, 30, 31].map(alone);
		const early = [2, 3, 4, 5, 6, 8, 8, 9, 12, 14, 15].map(alone);
		const found = widenedShift(early, late);
		expect(found).toMatchObject({ u: 97, shift: 7, df: 21, dispersion: 1 });
		// Rank ⌊66 − t₂₁ · 16.18776⌋ = 32 of the 132 differences from either end (t₂₁ = 2.079614).
		expect([found?.lower, found?.upper]).toEqual([0, 17]);
	});

	it('is wider where periods differ as a whole', () => {
		// Ranks 1–8 in four periods of two: between 8 on 2 df, within 2 on 4 df, φ = 4 ÷ 0.5 = 8.
		const period = (a: number, b: number) => ({ at: [a, b], counts: [1, 1] });
		const found = widenedShift([period(1, 2), period(3, 4)], [period(5, 6), period(7, 8)]);
		expect(found?.dispersion).toBeCloseTo(8, 12);
		// t₂ √(12 · 8) = 42 pairs are more than there are: every difference is inside.
		expect(found).toMatchObject({ shift: 4, lower: 1, upper: 7, u: 16 });
	});

	it('counts cases still open as longer than all that ended', () => {
		const found = widenedShift(
			[
				{ at: [10, Infinity], counts: [3, 1] },
				{ at: [10], counts: [4] }
			],
			[
				{ at: [5], counts: [4] },
				{ at: [5, Infinity], counts: [3, 1] }
			]
		);
		// 8 × 8 pairs: the open one after beats seven and ties with one.
		expect(found).toMatchObject({ shift: -5, u: 7.5 });
	});

	it('says nothing where all are alike or a phase is empty', () => {
		expect(widenedShift([alone(4), alone(4)], [alone(4), alone(4)])).toBeNull();
		expect(widenedShift([], [alone(4), alone(5), alone(6)])).toBeNull();
	});
});
