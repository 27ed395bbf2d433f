import { describe, expect, it } from 'vitest';
import { bestSplit, selectedPValue, type Step } from '#lib/statistics/testing/best-split.ts';
import { normalQuantile } from '#lib/statistics/distributions/normal.ts';
import { seeded } from '../seeded.ts';

/** Forty steps of fifty trials whose chance is `share(step)`. */
function steps(random: () => number, share: (step: number) => number): Step[] {
	return Array.from({ length: 40 }, (_, step) => ({
		trials: 50,
		successes: Array.from({ length: 50 }, random).filter((u) => u < share(step)).length
	}));
}

describe('bestSplit', () => {
	// Altman, Lausen, Sauerbrei & Schumacher (1994), JNCI 86:829: with 10 % left on either side
	// p ≈ −1.63·p_min·(1 + 2.35·ln p_min), with 5 % −3.13·p_min·(1 + 1.65·ln p_min).
	it.each([
		[0.1, 1.63, 2.35],
		[0.05, 3.13, 1.65]
	])('corrects the smallest p as published, %s left on either side', (left, factor, slope) => {
		for (const smallest of [0.01, 0.005, 0.001, 0.0001]) {
			const published = -factor * smallest * (1 + slope * Math.log(smallest));
			const found = selectedPValue(-normalQuantile(smallest / 2), left, 1 - left);
			expect(Math.abs(found / published - 1)).toBeLessThan(0.06);
		}
	});

	// By hand: 10 of 20 before, 2 of 20 after; pooled 0.3, z = 0.4/√(0.21·0.1) = 2.7603.
	it('finds the one cut there is', () => {
		const found = bestSplit([
			{ trials: 20, successes: 10 },
			{ trials: 20, successes: 2 }
		]);
		expect(found?.at).toBe(1);
		expect(found?.z).toBeCloseTo(2.760262, 5);
		// One cut only: no correction beyond the plain test.
		expect(found?.pValue).toBeCloseTo(0.005775, 5);
		expect(found?.logLikelihood).toBeCloseTo(
			20 * Math.log(0.5) + 2 * Math.log(0.1) + 18 * Math.log(0.9),
			10
		);
	});

	it('finds a planted cut, and its set of cuts covers it in at least 95 of 100 runs', () => {
		const random = seeded(11);
		const found = Array.from({ length: 200 }, () =>
			bestSplit(steps(random, (step) => (step < 18 ? 0.8 : 0.62)))
		);
		expect(found.filter((split) => split && split.pValue < 0.05 && split.z > 0)).toHaveLength(200);
		const covering = found.filter((s) => s && s.set.first <= 18 && s.set.last >= 18);
		expect(covering.length).toBeGreaterThanOrEqual(190);
	});

	it('finds something in at most 5 of 100 unrelated logs', () => {
		const random = seeded(12);
		const found = Array.from({ length: 400 }, () => bestSplit(steps(random, () => 0.75)));
		const alarms = found.filter((split) => split && split.pValue < 0.05).length;
		expect(alarms).toBeLessThanOrEqual(20);
	});

	it('has no cut where everybody is satisfied, or all waited alike', () => {
		expect(bestSplit([{ trials: 30, successes: 30 }])).toBeNull();
		expect(bestSplit([{ trials: 30, successes: 12 }])).toBeNull();
		expect(bestSplit([])).toBeNull();
	});
});
