import { describe, expect, it } from 'vitest';
import { poissonRate } from '#lib/statistics/rates/poisson-rate.ts';
import { rateRatioExact } from '#lib/statistics/rates/rate-ratio-exact.ts';
import { rateRatioOverdispersed } from '#lib/statistics/rates/rate-ratio-overdispersed.ts';

describe('poissonRate', () => {
	// Garwood (1936): limits of 0 and of 10 events at 95 %.
	it('gives the exact limits of 10 events, per unit of exposure', () => {
		const { rate, lower, upper } = poissonRate(10, 2);
		expect(rate).toBe(5);
		expect(lower).toBeCloseTo(4.795389 / 2, 6);
		expect(upper).toBeCloseTo(18.390356 / 2, 6);
	});

	it('gives 0 to 3.688879 when nothing happened, and nothing without exposure', () => {
		expect(poissonRate(0, 1).lower).toBe(0);
		expect(poissonRate(0, 1).upper).toBeCloseTo(3.688879, 6);
		expect(poissonRate(0, 0)).toEqual({ rate: null, lower: null, upper: null });
	});
});

describe('rateRatioExact', () => {
	// R help page of poisson.test, second example: 11 events in 800 against 21 in 3,011.
	it('agrees with R’s poisson.test', () => {
		const { rateRatio, lower, upper, pValue } = rateRatioExact({
			events0: 21,
			exposure0: 3011,
			events1: 11,
			exposure1: 800
		});
		expect(rateRatio).toBeCloseTo(1.971488, 6);
		expect(lower).toBeCloseTo(0.8584264033916397, 10);
		expect(upper).toBeCloseTo(4.277265943654075, 9);
		expect(pValue).toBeCloseTo(0.0796686330333295, 10);
	});

	it('sums both tails of the p-value whichever side the observation is on', () => {
		const forward = { events0: 3, exposure0: 40, events1: 9, exposure1: 31 };
		const backward = { events0: 9, exposure0: 31, events1: 3, exposure1: 40 };
		const n = 12;
		const p = 31 / 71;
		const chance = (k: number): number =>
			[...Array(k).keys()].reduce((c, i) => (c * (n - i)) / (i + 1), 1) *
			p ** k *
			(1 - p) ** (n - k);
		const expected = [...Array(n + 1).keys()]
			.map(chance)
			.filter((one) => one <= chance(9) * (1 + 1e-7))
			.reduce((sum, one) => sum + one, 0);
		expect(rateRatioExact(forward).pValue).toBeCloseTo(expected, 12);
		expect(rateRatioExact(backward).pValue).toBeCloseTo(expected, 12);
	});

	it('writes an infinite ratio or limit as null', () => {
		const none = rateRatioExact({ events0: 0, exposure0: 10, events1: 0, exposure1: 10 });
		expect(none).toEqual({ rateRatio: null, lower: 0, upper: null, pValue: 1 });
		const gone = rateRatioExact({ events0: 5, exposure0: 10, events1: 0, exposure1: 10 });
		expect([gone.rateRatio, gone.lower, gone.pValue]).toEqual([0, 0, 0.0625]);
		const unseen = rateRatioExact({ events0: 5, exposure0: 0, events1: 1, exposure1: 10 });
		expect(unseen.rateRatio).toBeNull();
	});

	it('stays quick and sure with millions of events', () => {
		const { pValue } = rateRatioExact({
			events0: 2_000_000,
			exposure0: 1,
			events1: 2_000_000,
			exposure1: 1
		});
		expect(pValue).toBe(1);
	});
});

describe('rateRatioOverdispersed', () => {
	const calm = { counts: [10, 10, 10], exposures: [100, 100, 100] };
	const wild = { counts: [2, 20, 38], exposures: [100, 100, 100] };

	// By hand: rates 0.1 and 0.2, χ² = 0 + (18² + 0 + 18²)/20 = 32.4, φ = 32.4/4 = 8.1.
	it('widens the Poisson error by the root of the dispersion', () => {
		const result = rateRatioOverdispersed(calm, wild);
		expect(result.rateRatio).toBeCloseTo(2, 12);
		expect(result.dispersion).toBeCloseTo(8.1, 12);
		expect(result.standardErrorLog).toBeCloseTo(Math.sqrt(8.1 * (1 / 30 + 1 / 60)), 12);
	});

	it('narrows below Poisson only when told to', () => {
		const steady = rateRatioOverdispersed(calm, calm, { floorDispersionAtOne: false });
		expect(steady.standardErrorLog).toBe(0);
		expect(rateRatioOverdispersed(calm, calm).standardErrorLog).toBeCloseTo(Math.sqrt(2 / 30), 12);
	});

	it('has no interval without events or with two periods only', () => {
		const none = { counts: [0, 0], exposures: [5, 5] };
		expect(rateRatioOverdispersed(none, calm)).toMatchObject({ rateRatio: null, upper: null });
		expect(rateRatioOverdispersed(calm, none)).toMatchObject({ rateRatio: 0, upper: null });
		const one = { counts: [4], exposures: [9] };
		expect(rateRatioOverdispersed(one, one)).toMatchObject({ dispersion: null, lower: null });
	});
});
