import { describe, expect, it } from 'vitest';
import { dampedHoltWinters } from '#lib/statistics/forecast/damped-holt-winters.ts';
import { driftPath, seasonalPath } from '#lib/statistics/forecast/seasonal-path.ts';
import { normals, seeded } from '../seeded.ts';

const close = (values: readonly number[] | undefined, expected: readonly number[]) =>
	expected.forEach((value, h) => expect(values?.[h]).toBeCloseTo(value, 9));

describe('seasonalPath', () => {
	it('repeats the last season, its error the root mean square of the changes before', () => {
		// Changes from season to season: 1, −2, 2, 3: mean square 18/4.
		const path = seasonalPath([10, 20, 11, 18, 13, 21], 2, 3);
		expect(path?.point).toEqual([13, 21, 13]);
		close(path?.error, [Math.sqrt(4.5), Math.sqrt(4.5), Math.sqrt(9)]);
	});

	it('refuses what is shorter than two seasons', () => {
		expect(seasonalPath([1, 2, 3], 2, 1)).toBeNull();
		expect(driftPath([1, 2, 3], 2, 1)).toBeNull();
	});
});

describe('driftPath', () => {
	it('adds the last season’s mean change, once for each season ahead', () => {
		// The last two changes are 2 and 3: 2.5 more a season; deviations −1.5, −4.5, −0.5, 0.5.
		const path = driftPath([10, 20, 11, 18, 13, 21], 2, 3);
		close(path?.point, [15.5, 23.5, 18]);
		close(path?.error, [Math.sqrt(5.75 * 1.5), Math.sqrt(5.75 * 1.5), Math.sqrt(5.75 * 2.5)]);
	});
});

describe('dampedHoltWinters', () => {
	it('carries a season without noise on', () => {
		const season = [5, -2, -4, 1];
		const values = Array.from({ length: 16 }, (_, t) => 50 + season[t % 4]!);
		const path = dampedHoltWinters(values, 4, 6);
		close(path?.point, [55, 48, 46, 51, 55, 48]);
		path?.error.forEach((error) => expect(error).toBeCloseTo(0, 9));
	});

	it('follows a level that has risen for good', () => {
		const values = Array.from({ length: 48 }, (_, t) => (t < 24 ? 10 : 14) + (t % 2));
		const path = dampedHoltWinters(values, 2, 2);
		expect(path?.point[0]).toBeCloseTo(14, 1);
		expect(path?.point[1]).toBeCloseTo(15, 1);
	});

	it('gives errors near the noise that was put in, growing with the distance', () => {
		const noise = normals(seeded(5), 120);
		const values = noise.map((one, t) => 100 + 10 * Math.sin((2 * Math.PI * t) / 12) + one);
		const path = dampedHoltWinters(values, 12, 6)!;
		expect(path.error[0]).toBeGreaterThan(0.85);
		expect(path.error[0]).toBeLessThan(1.3);
		path.error.slice(1).forEach((error, h) => expect(error).toBeGreaterThanOrEqual(path.error[h]!));
	});

	it('refuses what is shorter than two seasons', () => {
		expect(dampedHoltWinters([1, 2, 3, 4, 5], 3, 1)).toBeNull();
	});
});
