import { describe, expect, it } from 'vitest';
import { pooledDispersion, steppedDispersion } from '#lib/statistics/contribution/dispersion.ts';
import {
	flowBeyond,
	flowChange,
	meanBeyond,
	meanChange,
	type TwoMoments
} from '#lib/statistics/contribution/part-change.ts';

/** Cases of which some count: sums of zeros and ones. */
const share = (n1: number, x1: number, n0: number, x0: number): TwoMoments => ({
	now: { cases: n1, total: x1, squares: x1 },
	before: { cases: n0, total: x0, squares: x0 }
});
const count = (now: number, before: number) => share(now, now, before, before);

describe('a part of a flow', () => {
	it('adds its own rate’s change, widened by the dispersion', () => {
		// 30 of 10 days after 20 of 10: +1 a day, standard error √(0.3 + 0.2).
		const part = flowChange(count(30, 20), { now: 10, before: 10 }, 1);
		expect(part.contribution).toBeCloseTo(1, 12);
		expect(part.standardError).toBeCloseTo(Math.sqrt(0.5), 12);
		// Deviance of 30 and 20 against 25 each: 2(30 ln 1.2 + 20 ln 0.8).
		expect(part.z).toBeCloseTo(Math.sqrt(2 * (30 * Math.log(1.2) + 20 * Math.log(0.8))), 12);
		expect(flowChange(count(30, 20), { now: 10, before: 10 }, 4).z).toBeCloseTo(
			(part.z ?? 0) / 2,
			12
		);
	});

	it('is worth as much as sums as money, by the squares of the amounts', () => {
		const cost = {
			now: { cases: 2, total: 30, squares: 500 },
			before: { cases: 1, total: 10, squares: 100 }
		};
		const part = flowChange(cost, { now: 10, before: 5 }, 1);
		expect(part.contribution).toBeCloseTo(1, 12);
		expect(part.standardError).toBeCloseTo(Math.sqrt(500 / 100 + 100 / 25), 12);
		expect(part.z).toBeCloseTo(1 / Math.sqrt((600 / 15) * (1 / 10 + 1 / 5)), 12);
	});

	it('did not change otherwise than its whole where everything grew alike', () => {
		expect(flowBeyond(count(60, 30), count(200, 100), 1)).toBeCloseTo(0, 12);
		// From 30 of 100 to 100 of 200 by a pooled share of 130/300.
		const p = 130 / 300;
		expect(flowBeyond(count(100, 30), count(200, 100), 1)).toBeCloseTo(
			0.2 / Math.sqrt(p * (1 - p) * (1 / 200 + 1 / 100)),
			12
		);
		expect(flowBeyond(count(5, 5), count(5, 5), 1)).toBeNull();
	});
});

describe('a part of a share', () => {
	const one = share(60, 30, 40, 8);
	const other = share(40, 8, 60, 18);
	const whole = share(100, 38, 100, 26);

	it('adds its rate and mix effects, and the parts add up', () => {
		// r̄ = 0.32; 0.6(0.5 − 0.32) − 0.4(0.2 − 0.32) = 0.156; 0.4(0.2 − 0.32) − 0.6(0.3 − 0.32) = −0.036.
		expect(meanChange(one, whole, 1).contribution).toBeCloseTo(0.156, 12);
		expect(meanChange(other, whole, 1).contribution).toBeCloseTo(-0.036, 12);
		expect(meanChange(whole, whole, 1).contribution).toBeCloseTo(0.12, 12);
	});

	it('is judged as the pooled test of two shares where it is all there is', () => {
		// Pooled 0.32: z = 0.12 / √(0.32 · 0.68 · 2/100).
		expect(meanChange(whole, whole, 1).z).toBeCloseTo(0.12 / Math.sqrt(0.32 * 0.68 * 0.02), 12);
	});

	it('did not change otherwise than its whole where all rose by the same', () => {
		const half = share(50, 20, 50, 10);
		const all = share(100, 40, 100, 20);
		expect(meanBeyond(half, all, 1)).toBeCloseTo(0, 12);
		expect(Math.abs(meanBeyond(one, whole, 1) ?? 0)).toBeGreaterThan(2);
	});
});

describe('the dispersion', () => {
	const steps = (sums: readonly number[], mean: number) => ({
		sums,
		expected: sums.map(() => mean),
		variances: sums.map(() => mean),
		meanCases: mean
	});

	it('is the mean square of successive differences by twice the variance of chance', () => {
		// Differences 4, −8, 4 by √4 each: (4 + 16 + 4)/(2 · 3).
		expect(steppedDispersion(steps([4, 8, 0, 4], 4))).toBeCloseTo(4, 12);
		expect(steppedDispersion(steps([4], 4))).toBeNull();
	});

	it('does not take a slow trend for scatter', () => {
		expect(steppedDispersion(steps([1, 2, 3, 4, 5, 6, 7], 4))).toBeLessThan(0.2);
	});

	it('widens by size, pooled over values, and never narrows', () => {
		const widening = pooledDispersion([steps([4, 8, 0, 4], 4)]);
		expect(widening(4)).toBeCloseTo(4, 12);
		expect(widening(8)).toBeCloseTo(7, 12);
		expect(pooledDispersion([steps([4, 4, 4], 4)])(100)).toBe(1);
	});
});
