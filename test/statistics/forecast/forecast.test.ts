import { describe, expect, it } from 'vitest';
import { holtWinters } from '#lib/statistics/forecast/holt-winters.ts';
import { seasonalNaiveMase } from '#lib/statistics/forecast/seasonal-naive.ts';
import { stl } from '#lib/statistics/forecast/stl.ts';

describe('holtWinters', () => {
	it('carries a series it knows exactly on without error', () => {
		const season = [3, -1, -2];
		const values = Array.from({ length: 9 }, (_, t) => 100 + 2 * (t + 1) + (season[t % 3] ?? 0));
		const { sse, forecast, finalLevel, finalTrend } = holtWinters({
			values,
			period: 3,
			alpha: 0.4,
			beta: 0.2,
			gamma: 0.3,
			initialLevel: 100,
			initialTrend: 2,
			initialSeasonal: season,
			horizon: 4
		});
		expect(sse).toBeCloseTo(0, 15);
		expect([finalLevel, finalTrend].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([
			118, 2
		]);
		forecast.forEach((value, h) => expect(value).toBeCloseTo([123, 121, 122, 129][h] ?? NaN, 9));
	});

	it('returns the given states when there is no value', () => {
		const { forecast, fitted, finalSeasonal } = holtWinters({
			values: [],
			period: 2,
			alpha: 0.5,
			beta: 0.5,
			gamma: 0.5,
			initialLevel: 10,
			initialTrend: 1,
			initialSeasonal: [5, -5],
			horizon: 3
		});
		expect([fitted, forecast, finalSeasonal]).toEqual([[], [16, 7, 18], [5, -5]]);
	});
});

describe('seasonalNaiveMase', () => {
	// By hand: last season 5, 7; errors 1, 1, 3; seasonal changes of train 4, 4.
	it('repeats the last season and scales its error', () => {
		const result = seasonalNaiveMase([1, 3, 5, 7], [6, 8, 8], 2);
		expect(result.forecast).toEqual([5, 7, 5]);
		expect(result.mae).toBeCloseTo(5 / 3, 12);
		expect(result.scale).toBe(4);
		expect(result.mase).toBeCloseTo(5 / 12, 12);
	});

	it('is not defined without a season, a change or a test', () => {
		expect(seasonalNaiveMase([1], [2], 2)).toMatchObject({ forecast: null, mase: null });
		expect(seasonalNaiveMase([1, 2, 1, 2], [3], 2)).toMatchObject({ scale: 0, mase: null });
		expect(seasonalNaiveMase([1, 2, 3], [], 2)).toMatchObject({ forecast: [], mae: null });
	});
});

describe('stl', () => {
	it('takes a straight trend and a fixed season apart and adds up', () => {
		const season = [4, 0, -1, -3];
		const values = Array.from({ length: 40 }, (_, t) => 50 + 0.5 * t + (season[t % 4] ?? 0));
		const { seasonal, trend, remainder } = stl(values, {
			period: 4,
			seasonalWindow: 7,
			trendWindow: 7,
			lowPassWindow: 5,
			innerIterations: 5
		});
		values.forEach((value, t) => {
			expect((seasonal[t] ?? 0) + (trend[t] ?? 0) + (remainder[t] ?? 0)).toBeCloseTo(value, 10);
			expect(seasonal[t]).toBeCloseTo(season[t % 4] ?? NaN, 6);
			expect(trend[t]).toBeCloseTo(50 + 0.5 * t, 6);
		});
	});
});
