import { describe, expect, it } from 'vitest';
import { levelChanges } from '#lib/statistics/forecast/level-changes.ts';
import { normals, seeded } from '../seeded.ts';

const options = { shortest: 3, rounds: 3, penalty: 4 };
const constant = (length: number) => Array.from({ length }, () => 1);
/** Small and the same on every run. */
const wiggle = (t: number) => 0.02 * [1, -1, 0.5, -0.5, 0][t % 5]!;

describe('levelChanges', () => {
	it('finds one step at its place, with its size', () => {
		const values = Array.from({ length: 24 }, (_, t) => (t >= 10 ? 3 : 5) + wiggle(t));
		const found = levelChanges(values, [constant(24)], options);
		expect(found.map(({ at }) => at)).toEqual([10]);
		expect(found[0]?.size).toBeCloseTo(-2, 1);
	});

	it('finds a level that came and went as two changes', () => {
		const values = Array.from({ length: 30 }, (_, t) => (t >= 14 && t < 17 ? 2 : 1) + wiggle(t));
		const found = levelChanges(values, [constant(30)], options);
		expect(found.map(({ at }) => at)).toEqual([14, 17]);
		expect(found[0]?.size).toBeCloseTo(1, 1);
		expect(found[1]?.size).toBeCloseTo(-1, 1);
	});

	it('takes a straight trend for no change where the regression knows of trends', () => {
		const values = Array.from({ length: 36 }, (_, t) => 0.05 * t + wiggle(t));
		const trend = Array.from({ length: 36 }, (_, t) => t);
		expect(levelChanges(values, [constant(36), trend], options)).toEqual([]);
		expect(levelChanges(values, [constant(36)], options).length).toBeGreaterThan(0);
	});

	it('takes a trend that may be there where there is one, and a step where there is none', () => {
		const trend = Array.from({ length: 36 }, (_, t) => t);
		const maybe = { ...options, trend };
		const rising = trend.map((t) => 0.05 * t + wiggle(t));
		expect(levelChanges(rising, [constant(36)], maybe)).toEqual([]);
		const fallen = trend.map((t) => 0.05 * t - (t >= 20 ? 1 : 0) + wiggle(t));
		const found = levelChanges(fallen, [constant(36)], maybe);
		expect(found.map(({ at }) => at)).toEqual([20]);
		expect(found[0]?.size).toBeCloseTo(-1, 1);
	});

	it('finds a late fall more often where the trend is not forced upon the series', () => {
		// A fall of three times the chance of a month, 60 series.
		const random = seeded(5);
		const trend = Array.from({ length: 36 }, (_, t) => t);
		let [forced, offered] = [0, 0];
		for (let series = 0; series < 60; series++) {
			const values = normals(random, 36).map((one, t) => 0.2 * one - (t >= 23 ? 0.6 : 0));
			const near = (found: ReturnType<typeof levelChanges>): boolean =>
				found.some(({ at, size }) => Math.abs(at - 23) <= 2 && size < -0.36);
			if (near(levelChanges(values, [constant(36), trend], options))) forced++;
			if (near(levelChanges(values, [constant(36)], { ...options, trend }))) offered++;
		}
		expect(offered).toBeGreaterThan(forced + 5);
		expect(offered / 60).toBeGreaterThan(0.8);
	});

	it('does not see a single month gone wrong as a level', () => {
		const values = Array.from({ length: 36 }, (_, t) => (t === 20 ? 0.5 : 0) + wiggle(t));
		expect(levelChanges(values, [constant(36)], options)).toEqual([]);
	});

	it('suggests something in at most 2 of 100 steady series, and 12 of 100 that drift', () => {
		const random = seeded(11);
		const falseAlarms = (correlation: number): number => {
			let found = 0;
			for (let series = 0; series < 400; series++) {
				let carried = 0;
				const values = normals(random, 36).map((one) => (carried = correlation * carried + one));
				const trend = values.map((_, t) => t);
				if (levelChanges(values, [constant(36)], { ...options, trend }).length > 0) found++;
			}
			return found / 400;
		};
		expect(falseAlarms(0)).toBeLessThanOrEqual(0.02);
		expect(falseAlarms(0.3)).toBeLessThanOrEqual(0.12);
	});
});
