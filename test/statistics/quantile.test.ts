import { describe, expect, it } from 'vitest';
import { quantileType7, quantileType7OfCounts } from '#lib/statistics/quantile.ts';

describe('quantileType7', () => {
	// Hyndman & Fan (1996), definition 7: h = (n − 1)p + 1 = 1.3 for n = 4, p = 0.1.
	it('interpolates between order statistics, whatever the order of the input', () => {
		expect(quantileType7([40, 10, 30, 20], [0, 0.1, 0.5, 1])).toEqual([10, 13, 25, 40]);
	});

	it('gives null for no values and the value for one', () => {
		expect(quantileType7([], [0.5])).toEqual([null]);
		expect(quantileType7([17], [0, 0.5, 0.95])).toEqual([17, 17, 17]);
	});

	it('refuses a percentage given as a probability', () => {
		expect(() => quantileType7([1, 2], [50])).toThrow(RangeError);
	});
});

describe('quantileType7OfCounts', () => {
	it('equals the quantiles of the rows written out', () => {
		const rows = [3, 3, 3, 1, 1, 7, 7, 7, 7, 20];
		const probabilities = [0, 0.05, 0.2, 0.25, 0.5, 0.55, 0.9, 0.99, 1];
		expect(quantileType7OfCounts([7, 1, 20, 3, 9], [4, 2, 1, 3, 0], probabilities)).toEqual(
			quantileType7(rows, probabilities)
		);
	});

	it('gives null when every count is zero', () => {
		expect(quantileType7OfCounts([1, 2], [0, 0], [0.5])).toEqual([null]);
	});
});
