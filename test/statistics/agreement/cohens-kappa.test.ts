import { expect, test } from 'vitest';
import { cohensKappa } from '#lib/statistics/agreement/cohens-kappa.ts';

test('agrees with SAS on the skin conditions two dermatologists judged', () => {
	// SAS/STAT user's guide, PROC FREQ, "Getting started: agreement study": kappa 0.3449 (0.2030, 0.4868).
	const found = cohensKappa([
		[10, 4, 1, 0],
		[5, 10, 12, 2],
		[2, 4, 12, 5],
		[0, 2, 6, 13]
	]);
	expect(found?.judged).toBe(88);
	expect(found?.kappa).toBeCloseTo(0.3449, 4);
	expect(found?.interval?.lower).toBeCloseTo(0.203, 4);
	expect(found?.interval?.upper).toBeCloseTo(0.4868, 4);
});

test('is worked out by hand for two answers', () => {
	// 35 of 50 alike; by chance .5 × .6 + .5 × .4 = .5; kappa (.7 − .5) / .5 = .4.
	const found = cohensKappa([
		[20, 5],
		[10, 15]
	]);
	expect(found?.observed).toBeCloseTo(0.7, 12);
	expect(found?.expected).toBeCloseTo(0.5, 12);
	expect(found?.kappa).toBeCloseTo(0.4, 12);
});

test('is one, with no width, where the judges always agree on several things', () => {
	const found = cohensKappa([
		[7, 0],
		[0, 5]
	]);
	expect(found?.kappa).toBe(1);
	expect(found?.interval?.lower).toBeCloseTo(1, 12);
	expect(found?.interval?.upper).toBe(1);
});

test('says nothing where both only ever said one thing, or judged nothing', () => {
	expect(
		cohensKappa([
			[9, 0],
			[0, 0]
		])
	).toEqual({ judged: 9, observed: 1, expected: 1, kappa: null, interval: null });
	expect(cohensKappa([[0]])).toBeNull();
	expect(() => cohensKappa([[1, 2]])).toThrow(RangeError);
});
