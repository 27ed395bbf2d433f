import { expect, it } from 'vitest';
import { meanInterval } from '#lib/statistics/mean-interval.ts';

it('gives the t interval of 1, 2, 3, 4, 5: 3 ± 2.776445 · √(2.5/5)', () => {
	const { mean, standardDeviation, lower, upper } = meanInterval(
		{ n: 5, sum: 15, sumOfSquares: 55 },
		0.95
	);
	expect(mean).toBe(3);
	expect(standardDeviation).toBeCloseTo(Math.sqrt(2.5), 12);
	expect(lower).toBeCloseTo(3 - 2.7764451051977987 * Math.sqrt(0.5), 10);
	expect(upper).toBeCloseTo(3 + 2.7764451051977987 * Math.sqrt(0.5), 10);
});

it('has no mean of nothing and no interval of one', () => {
	expect(meanInterval({ n: 0, sum: 0, sumOfSquares: 0 }, 0.95).mean).toBeNull();
	expect(meanInterval({ n: 1, sum: 4, sumOfSquares: 16 }, 0.95)).toMatchObject({
		mean: 4,
		lower: null,
		upper: null
	});
});
