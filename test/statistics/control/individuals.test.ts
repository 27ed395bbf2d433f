import { describe, expect, it } from 'vitest';
import { cusum } from '#lib/statistics/control/cusum.ts';
import { iChart, xmrChart } from '#lib/statistics/control/individuals.ts';
import { movingRangeChart } from '#lib/statistics/control/moving-range-chart.ts';
import { tChart } from '#lib/statistics/control/rare-events.ts';
import { normals, seeded } from '../seeded.ts';

describe('xmrChart', () => {
	// By hand: mean 4, moving ranges 2, 2, 2 → limits 4 ± 2.66 · 2.
	it('puts the limits 2.66 mean moving ranges around the mean', () => {
		const { center, lower, upper, meanMovingRange, outside } = xmrChart([3, 5, 3, 5]);
		expect(center).toEqual([4, 4, 4, 4]);
		expect(meanMovingRange).toEqual([2]);
		expect(lower[0]).toBeCloseTo(-1.32, 12);
		expect(upper[3]).toBeCloseTo(9.32, 12);
		expect(outside).toEqual([]);
	});

	// By hand: ranges 1, 1, 1, 30 with mean 8.25; 30 ≥ 3.267 · 8.25 = 26.95 is dropped.
	it('drops a range that is itself a signal, once', () => {
		const values = [1, 2, 1, 2, 32];
		const screened = xmrChart(values, { screenMovingRanges: true });
		expect(screened.meanMovingRange).toEqual([1]);
		// 7.6 ± 2.66 is far from every point: the mean itself is not made again.
		expect(screened.outside).toEqual([1, 2, 3, 4, 5]);
		expect(xmrChart(values).meanMovingRange).toEqual([8.25]);
	});

	it('leaves excluded points out of the limits and still judges them', () => {
		const { center, meanMovingRange, outside } = xmrChart([3, 5, 40, 3, 5], { exclude: [3] });
		expect(center[2]).toBe(4);
		expect(meanMovingRange).toEqual([2]);
		expect(outside).toEqual([3]);
	});

	it('computes nothing across a break and freezes limits on a baseline', () => {
		const split = xmrChart([3, 5, 3, 13, 15, 13], { splitAfter: [3] });
		expect(split.center).toEqual([11 / 3, 11 / 3, 11 / 3, 41 / 3, 41 / 3, 41 / 3]);
		expect(split.meanMovingRange).toEqual([2, 2]);
		const frozen = xmrChart([3, 5, 3, 13, 15, 13], { baselineCount: 3 });
		expect(frozen.center[5]).toBeCloseTo(11 / 3, 12);
		expect(frozen.outside).toEqual([4, 5, 6]);
		const both = xmrChart([3, 5, 9, 13, 15, 20], { splitAfter: [3], baselineCount: 2 });
		expect(both.center).toEqual([4, 4, 4, 14, 14, 14]);
	});

	it('does not signal where all values are equal, although their mean may round', () => {
		const { outside, meanMovingRange } = xmrChart(Array<number>(7).fill(0.1), {
			screenMovingRanges: true
		});
		expect(outside).toEqual([]);
		expect(meanMovingRange).toEqual([0]);
	});

	it('has no limits from one point and no points from none', () => {
		expect(xmrChart([5])).toMatchObject({
			center: [5],
			lower: [null],
			upper: [null],
			meanMovingRange: [null]
		});
		expect(xmrChart([]).center).toEqual([]);
	});

	// 2.66 ≈ 3/1.128; with limits from 50 normal points each, about 0.3 to 0.6 % lie outside by chance.
	it('seldom signals without a cause (seeded simulation)', () => {
		const random = seeded(11);
		let outside = 0;
		for (let chart = 0; chart < 400; chart++)
			outside += xmrChart(normals(random, 50)).outside.length;
		expect(outside / (400 * 50)).toBeGreaterThan(0.002);
		expect(outside / (400 * 50)).toBeLessThan(0.007);
	});
});

describe('iChart', () => {
	it('is the same chart with 3/d2', () => {
		const { upper } = iChart([3, 5, 3, 5], { d2: 1.5 });
		expect(upper[0]).toBeCloseTo(8, 12);
	});

	it('shows the unit asked for and judges in the unit of the data', () => {
		const chart = iChart([1, 1.2, 1, 1.2, 1, 1.2, 1, 9], { multiplier: 100, baselineCount: 7 });
		expect(chart.center[0]).toBeCloseTo(100 * (7.6 / 7), 10);
		expect(chart.outside).toEqual([8]);
	});
});

describe('movingRangeChart', () => {
	it('plots the ranges of neighbours from the second point on', () => {
		const { movingRanges, center, upper, outside } = movingRangeChart([3, 5, 4, 4, 20]);
		expect(movingRanges).toEqual([null, 2, 1, 0, 16]);
		expect(center).toEqual(Array(5).fill(4.75));
		expect(upper[0]).toBeCloseTo(3.267 * 4.75, 12);
		expect(outside).toEqual([5]);
	});
});

describe('tChart', () => {
	// By hand with exponent 2: roots 3, 5, 3, 5 → centre 4² = 16, upper (4 + 3 · 2/1.128)², lower 0.
	it('raises the limits of the roots back', () => {
		const { center, lower, upper } = tChart([9, 25, 9, 25], { exponent: 2 });
		expect(center[0]).toBeCloseTo(16, 10);
		expect(upper[0]).toBeCloseTo((4 + 6 / 1.128) ** 2, 10);
		expect(lower[0]).toBe(0);
	});
});

describe('cusum', () => {
	// By hand: z = 1, −2, 1 with k = 0.5 and h = 1.4.
	it('adds up both sides and signals strictly above h', () => {
		const result = cusum([12, 6, 12], { target: 10, sigma: 2, k: 0.5, h: 1.4 });
		expect(result.upper).toEqual([0.5, 0, 0.5]);
		expect(result.lower).toEqual([0, 1.5, 0]);
		expect([result.upperSignals, result.lowerSignals, result.firstSignal]).toEqual([[], [2], 2]);
	});

	it('does not signal at h itself', () => {
		expect(cusum([1.1, 1.1, 1.1], { target: 1, sigma: 1, k: 0, h: 0.3 }).firstSignal).toBeNull();
	});
});
