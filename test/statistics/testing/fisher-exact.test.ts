import { expect, it } from 'vitest';
import { fisherExact } from '#lib/statistics/testing/fisher-exact.ts';

// Fisher's tea tasting, R: fisher.test(matrix(c(3, 1, 1, 3), 2))$p.value = 0.4857143 (34/70).
it('is the chance of a table no likelier than the one seen', () => {
	expect(fisherExact({ x1: 3, n1: 4, x2: 1, n2: 4 })).toBeCloseTo(34 / 70, 10);
	// All four right: 2 of 70 tables.
	expect(fisherExact({ x1: 4, n1: 4, x2: 0, n2: 4 })).toBeCloseTo(2 / 70, 10);
	expect(fisherExact({ x1: 2, n1: 4, x2: 2, n2: 4 })).toBeCloseTo(1, 10);
});
