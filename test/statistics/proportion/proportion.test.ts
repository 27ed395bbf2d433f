import { describe, expect, it } from 'vitest';
import { pooledZ, proportionDifference } from '#lib/statistics/proportion/difference.ts';
import { proportionRatio } from '#lib/statistics/proportion/ratio.ts';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';

const Z2 = 1.959963984540054 ** 2;

describe('wilsonInterval', () => {
	// Newcombe (1998), Statistics in Medicine 17:857, table I, method 3.
	it.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718]
	])('%i of %i lies between %f and %f', (x, n, lower, upper) => {
		const interval = wilsonInterval(x, n, 0.95);
		expect(interval.lower).toBeCloseTo(lower, 4);
		expect(interval.upper).toBeCloseTo(upper, 4);
	});

	it('ends exactly at 0 without a success and at 1 without a failure', () => {
		expect(wilsonInterval(0, 7, 0.95).lower).toBe(0);
		expect(wilsonInterval(7, 7, 0.95).upper).toBe(1);
	});

	it('says nothing about no trials and refuses more successes than trials', () => {
		expect(wilsonInterval(0, 0, 0.95)).toEqual({ proportion: null, lower: null, upper: null });
		expect(() => wilsonInterval(3, 2, 0.95)).toThrow(RangeError);
	});
});

describe('proportionDifference', () => {
	// Newcombe (1998), Statistics in Medicine 17:873, table II, contrasts (a), (b), (e).
	it.each([
		[56, 70, 48, 80, [0.0575, 0.3425], [0.0524, 0.3339], [0.0528, 0.3382]],
		[9, 10, 3, 10, [0.2605, 0.9395], [0.1705, 0.809], [0.17, 0.8406]],
		[5, 56, 0, 29, [0.0146, 0.164], [-0.0381, 0.1926], [-0.0326, 0.1933]]
	] as const)('%i/%i − %i/%i as printed', (x1, n1, x2, n2, wald, newcombe, score) => {
		const { intervals } = proportionDifference({ x1, n1, x2, n2 }, 0.95);
		for (const end of [0, 1] as const) {
			expect(intervals.wald?.[end]).toBeCloseTo(wald[end], 4);
			expect(intervals.newcombe?.[end]).toBeCloseTo(newcombe[end], 4);
			expect(intervals.miettinenNurminen?.[end]).toBeCloseTo(score[end], 4);
		}
	});

	it('solves the score equation where no group has a success', () => {
		// With x₁ = x₂ = 0 and δ > 0 the constrained shares are δ and 0: δ·n/(1 − δ)·(N − 1)/N = z².
		const scaled = (Z2 * 40) / 39;
		const { intervals, zPooled, pValue } = proportionDifference(
			{ x1: 0, n1: 20, x2: 0, n2: 20 },
			0.95
		);
		expect(intervals.miettinenNurminen?.[1]).toBeCloseTo(scaled / (20 + scaled), 10);
		expect(intervals.miettinenNurminen?.[0]).toBeCloseTo(-scaled / (20 + scaled), 10);
		expect([zPooled, pValue]).toEqual([null, null]);
	});

	it('solves it just as well where no group has a failure', () => {
		const none = proportionDifference({ x1: 0, n1: 19, x2: 0, n2: 33 }, 0.95).intervals;
		const all = proportionDifference({ x1: 19, n1: 19, x2: 33, n2: 33 }, 0.95).intervals;
		const scaled = (Z2 * 52) / 51;
		expect(none.miettinenNurminen?.[1]).toBeCloseTo(scaled / (19 + scaled), 10);
		expect(all.miettinenNurminen?.[0]).toBeCloseTo(-scaled / (19 + scaled), 10);
		expect(all.miettinenNurminen?.[1]).toBeCloseTo(scaled / (33 + scaled), 10);
	});

	it('ends at 1 when one group has only and the other no successes', () => {
		const { difference, intervals } = proportionDifference({ x1: 9, n1: 9, x2: 0, n2: 6 }, 0.95);
		expect(difference).toBe(1);
		expect(intervals.miettinenNurminen?.[1]).toBeCloseTo(1, 12);
		expect(intervals.miettinenNurminen?.[0]).toBeLessThan(1);
	});

	it('turns over with the groups', () => {
		const one = proportionDifference({ x1: 3, n1: 50, x2: 11, n2: 70 }, 0.9).intervals;
		const two = proportionDifference({ x1: 11, n1: 70, x2: 3, n2: 50 }, 0.9).intervals;
		for (const method of ['wald', 'agrestiCaffo', 'newcombe', 'miettinenNurminen'] as const) {
			expect(one[method]?.[0]).toBeCloseTo(-(two[method]?.[1] ?? NaN), 10);
			expect(one[method]?.[1]).toBeCloseTo(-(two[method]?.[0] ?? NaN), 10);
		}
	});

	it('is not defined for an empty group', () => {
		const { difference, intervals } = proportionDifference({ x1: 0, n1: 0, x2: 3, n2: 9 }, 0.95);
		expect([difference, intervals.newcombe]).toEqual([null, null]);
		expect(pooledZ({ x1: 0, n1: 0, x2: 3, n2: 9 })).toBeNull();
	});
});

describe('proportionRatio', () => {
	// Root of Koopman's equation where x₁ = n₁ and x₂ = n₂: ratio φ > 1 forces p₁ = 1, p₂ = 1/φ, and
	// χ² = n₂(φ − 1) = z².
	it('solves the score equation when everyone succeeds', () => {
		const { riskRatio, riskRatioScoreInterval } = proportionRatio(
			{ x1: 10, n1: 10, x2: 25, n2: 25 },
			0.95
		);
		expect(riskRatio).toBe(1);
		expect(riskRatioScoreInterval?.[1]).toBeCloseTo(1 + Z2 / 25, 8);
		expect(riskRatioScoreInterval?.[0]).toBeCloseTo(1 / (1 + Z2 / 10), 8);
	});

	it('writes an infinite ratio or limit as null and a ratio of 0 as 0', () => {
		const infinite = proportionRatio({ x1: 4, n1: 10, x2: 0, n2: 10 }, 0.95);
		expect(infinite.riskRatio).toBeNull();
		expect(infinite.riskRatioScoreInterval?.[0]).toBeGreaterThan(0);
		expect(infinite.riskRatioScoreInterval?.[1]).toBeNull();
		expect(infinite.oddsRatioScoreInterval?.[1]).toBeNull();
		const zero = proportionRatio({ x1: 0, n1: 10, x2: 4, n2: 10 }, 0.95);
		expect([zero.riskRatio, zero.riskRatioScoreInterval?.[0], zero.oddsRatio]).toEqual([0, 0, 0]);
		// The two tables are each other turned over, so their limits are reciprocal.
		expect(
			(zero.oddsRatioScoreInterval?.[1] ?? 0) * (infinite.oddsRatioScoreInterval?.[0] ?? 0)
		).toBeCloseTo(1, 8);
	});

	// The limits put χ²·(N − 1)/N at z²; the expected counts follow from the ratio and the margins.
	it.each([
		[1, 86864, 132382, 132383],
		[49222, 86768, 24751, 24752],
		[3, 5, 100000, 100001]
	])('finds roots of the odds ratio near the edges: %i/%i and %i/%i', (x1, n1, x2, n2) => {
		const limits = proportionRatio({ x1, n1, x2, n2 }, 0.95).oddsRatioScoreInterval ?? [NaN, NaN];
		for (const ratio of limits) {
			const expected = bisect(
				(m) => m * (n2 - x1 - x2 + m) - (ratio ?? NaN) * (n1 - m) * (x1 + x2 - m),
				Math.max(0, x1 + x2 - n2),
				Math.min(n1, x1 + x2)
			);
			const cells = [expected, n1 - expected, x1 + x2 - expected, n2 - x1 - x2 + expected];
			const chiSquare = (x1 - expected) ** 2 * cells.reduce((sum, cell) => sum + 1 / cell, 0);
			expect((chiSquare * (n1 + n2 - 1)) / (n1 + n2)).toBeCloseTo(Z2, 3);
		}
	});

	it('is not defined for an empty group', () => {
		expect(proportionRatio({ x1: 0, n1: 0, x2: 1, n2: 2 }, 0.95).oddsRatioScoreInterval).toBeNull();
	});
});

function bisect(f: (x: number) => number, from: number, to: number): number {
	let [low, high] = [from, to];
	for (let step = 0; step < 200; step++) {
		const middle = (low + high) / 2;
		if (f(middle) < 0) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
