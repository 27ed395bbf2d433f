import { describe, expect, it } from 'vitest';
import { mannWhitney } from '#lib/statistics/testing/mann-whitney.ts';

describe('mannWhitney', () => {
	// Exact by counting: of the 20 ways to choose 3 of 6, one has U = 0 → p = 2/20.
	it('gives the exact p of a complete separation', () => {
		const result = mannWhitney([1, 2, 3], [4, 5, 6], { pMethod: 'exact' });
		expect(result).toMatchObject({ u: 0, uOther: 9, hodgesLehmann: -3 });
		expect(result.pValue).toBeCloseTo(0.1, 12);
		expect([result.shiftLower, result.shiftUpper]).toEqual([-5, -1]);
	});

	it('keeps the digits of a tiny exact p: 2 / C(40, 20)', () => {
		const low = Array.from({ length: 20 }, (_, i) => i);
		const high = low.map((value) => value + 100);
		const { pValue } = mannWhitney(low, high, { pMethod: 'exact' });
		expect((pValue ?? NaN) / (2 / 137846528820)).toBeCloseTo(1, 10);
	});

	it('has no exact p with ties, and p = 1 where the samples are the same', () => {
		expect(mannWhitney([1, 2], [2, 3], { pMethod: 'exact' }).pValue).toBeNull();
		expect(mannWhitney([1, 2, 2], [1, 2, 2]).pValue).toBe(1);
	});

	it('is not defined where all values are equal or a sample is empty', () => {
		expect(mannWhitney([4, 4], [4, 4])).toMatchObject({ u: 2, pValue: null, hodgesLehmann: 0 });
		expect(mannWhitney([], [1, 2])).toMatchObject({ u: 0, pValue: null, hodgesLehmann: null });
	});
});
