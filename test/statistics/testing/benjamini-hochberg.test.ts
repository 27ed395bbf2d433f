import { expect, it } from 'vitest';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';

// Worked by hand: sorted 0.01, 0.02, 0.03, 0.5 → 4p/rank = 0.04, 0.04, 0.04, 0.5.
it('steps up from the largest p-value and answers in the order of the input', () => {
	const { adjusted, rejected } = benjaminiHochberg([0.03, 0.5, 0.01, 0.02], 0.04);
	adjusted.forEach((p, i) => expect(p).toBeCloseTo([0.04, 0.5, 0.04, 0.04][i] ?? NaN, 12));
	expect(rejected).toEqual([true, false, true, true]);
});

it('never exceeds 1 and accepts no tests', () => {
	expect(benjaminiHochberg([0.9, 0.95], 0.05).adjusted).toEqual([0.95, 0.95]);
	expect(benjaminiHochberg([], 0.05)).toEqual({ adjusted: [], rejected: [] });
});
