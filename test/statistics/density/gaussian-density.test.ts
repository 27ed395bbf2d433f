import { expect, it } from 'vitest';
import {
	evenGrid,
	gaussianDensity,
	silvermanBandwidth
} from '#lib/statistics/density/gaussian-density.ts';

it('is the normal density around a single value', () => {
	const density = gaussianDensity([2], [7], [2, 2.5], 0.5);
	const peak = 1 / (0.5 * Math.sqrt(2 * Math.PI));
	expect(density?.density[0]).toBeCloseTo(peak, 12);
	expect(density?.density[1]).toBeCloseTo(peak * Math.exp(-0.5), 12);
	expect(density?.n).toBe(7);
});

it('integrates to one and weighs values by their counts', () => {
	const grid = evenGrid(-3, 7, 1001);
	const { density } = gaussianDensity([1, 3], [30, 10], grid) ?? { density: [] };
	expect(density.reduce((sum, height) => sum + height * 0.01, 0)).toBeCloseTo(1, 3);
	expect((density[400] ?? 0) / (density[600] ?? 1)).toBeGreaterThan(2);
});

// R: bw.nrd0(1:10) = 0.9 · min(3.027650, 4.5/1.34) · 10^(−0.2) = 1.719287.
it('chooses Silverman’s bandwidth', () => {
	const values = evenGrid(1, 10, 10);
	const ones = values.map(() => 1);
	expect(silvermanBandwidth(values, ones)).toBeCloseTo(0.9 * 3.0276503540974917 * 10 ** -0.2, 10);
});

it('uses the deviation alone when most values are equal, and has none when all are', () => {
	expect(silvermanBandwidth([0, 5], [98, 2])).toBeGreaterThan(0);
	expect(silvermanBandwidth([4], [9])).toBeNull();
	expect(gaussianDensity([4], [9], evenGrid(0, 8, 9))?.density[4]).toBeGreaterThan(0);
	expect(gaussianDensity([], [], evenGrid(0, 8, 9))).toBeNull();
});
