import { describe, expect, it } from 'vitest';
import { cChart, pChart, uChart } from '#lib/statistics/control/attributes.ts';
import { laneyPChart, laneyUChart } from '#lib/statistics/control/laney.ts';
import { overdispersionTest } from '#lib/statistics/control/overdispersion.ts';

describe('pChart', () => {
	// By hand: p̄ = 30/300 = 0.1, limits 0.1 ± 3√(0.09/n).
	it('gives wider limits to smaller denominators and cuts them to 0..1', () => {
		const chart = pChart({ counts: [5, 10, 15], denominators: [25, 100, 175] });
		expect(chart.center[0]).toBeCloseTo(0.1, 12);
		expect(chart.upper[0]).toBeCloseTo(0.28, 12);
		expect(chart.upper[1]).toBeCloseTo(0.19, 12);
		expect(chart.lower[0]).toBe(0);
		expect(chart.lower[1]).toBeCloseTo(0.01, 12);
	});

	it('does not signal where everyone succeeds', () => {
		const chart = pChart({ counts: [7, 9], denominators: [7, 9] });
		expect([chart.upper, chart.outside]).toEqual([[1, 1], []]);
	});

	it('has no limits for an empty period, which does not disturb the others', () => {
		const chart = pChart({ counts: [1, 0, 1], denominators: [10, 0, 10] });
		expect(chart.center).toEqual([0.1, 0.1, 0.1]);
		expect(chart.upper[1]).toBeNull();
		expect(chart.outside).toEqual([]);
	});
});

describe('cChart and uChart', () => {
	it('put three roots of the mean around the mean', () => {
		const chart = cChart([4, 2, 6, 4, 25], { exclude: [5] });
		expect(chart.center[0]).toBe(4);
		expect(chart.upper[0]).toBe(10);
		expect(chart.lower[0]).toBe(0);
		expect(chart.outside).toEqual([5]);
	});

	it('multiply rates to the unit shown', () => {
		const chart = uChart({ counts: [2, 6], denominators: [100, 300] }, { multiplier: 1000 });
		expect(chart.center[0]).toBeCloseTo(20, 12);
		expect(chart.upper[1]).toBeCloseTo(1000 * (0.02 + 3 * Math.sqrt(0.02 / 300)), 10);
	});
});

describe('Laney charts', () => {
	// By hand: p̄ = 0.5, σ of a share 0.05; z = −2, 2, −2, 2 → σz = 4/1.128.
	it('widen the limits by the moving ranges of z', () => {
		const chart = laneyPChart({ counts: [40, 60, 40, 60], denominators: [100, 100, 100, 100] });
		expect(chart.sigmaZ).toBeCloseTo(4 / 1.128, 12);
		expect(chart.upper[0]).toBeCloseTo(Math.min(1, 0.5 + (3 * 0.05 * 4) / 1.128), 12);
		expect(chart.outsidePlain).toEqual([]);
	});

	it('narrow them where points scatter less than chance', () => {
		const calm = { counts: [100, 101, 100, 101], denominators: [10, 10, 10, 10] };
		const chart = laneyUChart(calm);
		expect(chart.sigmaZ).toBeLessThan(1);
		const plain = uChart(calm);
		expect(chart.upper[0]).toBeLessThan(plain.upper[0] ?? NaN);
	});

	it('take centre and σz from the baseline and tell a plain signal from a real one', () => {
		const series = { counts: [400, 600, 400, 600, 700], denominators: Array<number>(5).fill(1000) };
		const chart = laneyPChart(series, { baselineCount: 4 });
		expect(chart.center[4]).toBe(0.5);
		expect(chart.outsidePlain).toEqual([1, 2, 3, 4, 5]);
		expect(chart.outside).toEqual([]);
	});

	it('give one σz a phase when split', () => {
		const series = { counts: [4, 6, 4, 6, 4, 6], denominators: Array<number>(6).fill(10) };
		expect(laneyPChart(series, { splitAfter: [4] }).sigmaZ).toHaveLength(2);
	});
});

describe('overdispersionTest', () => {
	// By hand: mean 4, variance 8/2 = 4 → ratio 1; χ² = 2 with 2 df has upper tail e^(−1).
	it('compares the variance of counts with their mean', () => {
		const { ratio, statistic, df, pValue } = overdispersionTest([2, 4, 6]);
		expect([ratio, statistic, df]).toEqual([1, 2, 2]);
		expect(pValue).toBeCloseTo(Math.exp(-1), 12);
	});

	it('is not defined for one count or for no events', () => {
		expect(overdispersionTest([3]).ratio).toBeNull();
		expect(overdispersionTest([0, 0, 0]).pValue).toBeNull();
		expect(overdispersionTest([5, 5], [5, 5]).pValue).toBeNull();
	});
});
