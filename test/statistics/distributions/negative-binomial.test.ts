import { expect, it } from 'vitest';
import { negativeBinomialUpperTail } from '#lib/statistics/distributions/negative-binomial.ts';

// Mean 3, dispersion ½: two successes at 0.4. P(0) = 0.16, P(1) = 2 · 0.16 · 0.6 = 0.192.
it('is what is left of the counts below', () => {
	expect(negativeBinomialUpperTail(1, 3, 0.5)).toBeCloseTo(0.84, 12);
	expect(negativeBinomialUpperTail(2, 3, 0.5)).toBeCloseTo(0.648, 12);
	expect(negativeBinomialUpperTail(0, 3, 0.5)).toBe(1);
});

it('is Poisson without dispersion', () => {
	// 1 − e⁻¹(1 + 1)
	expect(negativeBinomialUpperTail(2, 1, 0)).toBeCloseTo(1 - 2 / Math.E, 5);
});
