import { expect, test } from 'vitest';
import { allocate } from '#lib/audit/allocation.ts';

const strata = (...cases: readonly number[]) =>
	cases.map((count, at) => ({ value: String(at), cases: count }));

test('a sample is shared out in proportion, by the largest remainder', () => {
	// Quotas 5, 3, 2.
	expect(allocate(strata(50, 30, 20), 10)).toEqual([5, 3, 2]);
	// Quotas 4.76, 3.33, 1.9: floors 4, 3, 1; the two left go to .9 and .76.
	expect(allocate(strata(50, 35, 20), 10)).toEqual([5, 3, 2]);
});

test('every stratum has at least one place, taken from those given more than they are owed', () => {
	// Quotas 9.8, .1, .1: the small ones have one each, the rest is 8.
	expect(allocate(strata(980, 10, 10), 10)).toEqual([8, 1, 1]);
});

test('no stratum gives more cases than it has, and the sample is never larger than the whole', () => {
	expect(allocate(strata(3, 2, 1), 100)).toEqual([3, 2, 1]);
	expect(allocate(strata(3, 2, 1), 5)?.reduce((a, b) => a + b)).toBe(5);
});

test('more strata than places are refused, not silently left out', () => {
	expect(allocate(strata(5, 5, 5), 2)).toBeNull();
	expect(allocate([], 10)).toBeNull();
});

test('whatever the sizes, the places add up and none exceeds its stratum', () => {
	for (let at = 1; at < 200; at++) {
		const sizes = strata(
			...Array.from({ length: (at % 12) + 1 }, (_, i) => ((at * 37 + i * i * 11) % 90) + 1)
		);
		const size = sizes.length + ((at * 13) % 60);
		const total = sizes.reduce((sum, { cases }) => sum + cases, 0);
		const places = allocate(sizes, size) ?? [];
		expect(places.reduce((sum, count) => sum + count, 0)).toBe(Math.min(size, total));
		for (const [index, count] of places.entries()) {
			expect(count).toBeGreaterThanOrEqual(1);
			expect(count).toBeLessThanOrEqual(sizes[index]?.cases ?? 0);
		}
	}
});
