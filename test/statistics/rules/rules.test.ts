import { describe, expect, it } from 'vitest';
import { anhoej, crossingsLimit, longestRunLimit } from '#lib/statistics/rules/anhoej.ts';
import { nelson } from '#lib/statistics/rules/nelson.ts';
import { nhs } from '#lib/statistics/rules/nhs.ts';
import { westernElectric } from '#lib/statistics/rules/western-electric.ts';
import { normals, seeded } from '../seeded.ts';

const around = (values: readonly number[]) => ({ values, centerLine: 0, sigma: 1 });

describe('westernElectric', () => {
	it('marks the point that completes two of three, and only if it is beyond itself', () => {
		expect(westernElectric(around([2.5, 2.5, 0, 2.5, 0.1])).flags.rule2).toEqual([4]);
		expect(westernElectric(around([2.5, 2.5])).flags.rule2).toEqual([]);
		expect(westernElectric(around([0, 2.5, -2.5])).flags.rule2).toEqual([]);
	});

	it('counts points beyond three sigmas in the two-sigma rule', () => {
		expect(westernElectric(around([0, 3.5, 2.5])).flags).toMatchObject({ rule1: [2], rule2: [3] });
	});

	it('ends a run at a point on the centre line', () => {
		const run = [1, 1, 1, 1, 0, 1, 1, 1, 1].map((value) => value / 2);
		expect(westernElectric(around(run)).flags.rule4).toEqual([]);
		expect(westernElectric(around(Array<number>(9).fill(-0.5))).flags.rule4).toEqual([8, 9]);
	});

	it('does not put a value on a side by a rounding of the centre', () => {
		const values = Array<number>(9).fill(0.1 + 0.2);
		const series = { values, centerLine: 0.3, sigma: 0.01 };
		expect(westernElectric(series).flags.rule4).toEqual([]);
	});
});

describe('nelson', () => {
	it('breaks a trend at an equal value', () => {
		expect(nelson(around([1, 2, 3, 4, 5, 6, 7])).flags.rule3).toEqual([6, 7]);
		expect(nelson(around([1, 2, 3, 3, 4, 5, 6])).flags.rule3).toEqual([]);
	});

	it('sees fourteen alternating points', () => {
		const zigzag = Array.from({ length: 15 }, (_, i) => (i % 2 === 0 ? 0.2 : -0.2));
		expect(nelson(around(zigzag)).flags.rule4).toEqual([14, 15]);
		expect(nelson(around(zigzag.with(7, 0.2))).flags.rule4).toEqual([]);
	});

	it('tells hugging the centre from avoiding it', () => {
		expect(nelson(around(Array<number>(15).fill(1))).flags.rule7).toEqual([15]);
		expect(nelson(around(Array<number>(8).fill(1.5))).flags.rule8).toEqual([]);
		expect(nelson(around([1.5, -1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5])).flags.rule8).toEqual([8]);
	});
});

describe('nhs', () => {
	const judged = (values: readonly number[]) =>
		nhs({ values, centerLine: 0, lowerLimit: -3, upperLimit: 3 });

	it('names a point by the first rule that applies', () => {
		expect(judged([0, 4, -4]).pointType).toEqual([
			'commonCause',
			'aboveUpperLimit',
			'belowLowerLimit'
		]);
		expect(judged([0, 4, -4]).flags.beyondLimits).toEqual([2, 3]);
	});

	it('wants all three points on one side for two of three, and not beyond the limit', () => {
		expect(judged([2.5, -1, 2.5]).flags.twoOfThree).toEqual([]);
		expect(judged([2.5, 1, 2.5]).flags.twoOfThree).toEqual([1, 3]);
		expect(judged([2.5, 1, 3.5]).flags.twoOfThree).toEqual([]);
		expect(judged([2, 1, 2]).flags.twoOfThree).toEqual([]);
	});

	it('gives a run of seven to neither side when one point is on the centre', () => {
		expect(judged([1, 1, 1, 0, 1, 1, 1]).flags.shift).toEqual([]);
		expect(judged(Array<number>(8).fill(-1)).flags.shift).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	});
});

describe('anhoej', () => {
	// Anhøj & Olesen (2014), table 1: n = 10, 20, 24, 30.
	it('has the published limits', () => {
		expect([10, 20, 24, 30].map(longestRunLimit)).toEqual([6, 7, 8, 8]);
		expect([10, 20, 24, 30].map(crossingsLimit)).toEqual([2, 6, 8, 10]);
		expect([longestRunLimit(0), crossingsLimit(0)]).toEqual([null, null]);
	});

	it('drops points on the centre before it counts runs', () => {
		const result = anhoej([1, 0, 1, -1, 0, -1, 1], 0);
		expect(result).toMatchObject({ usefulPoints: 5, longestRun: 2, crossings: 2, signal: false });
		expect(anhoej([2, 2], 2)).toMatchObject({
			usefulPoints: 0,
			longestRun: null,
			longestRunLimit: null,
			crossings: null,
			signal: false
		});
	});

	// The rules are built for about 5 % false signals in a run chart around its median or mean.
	it('signals without a cause in few charts (seeded simulation)', () => {
		const random = seeded(3);
		let signals = 0;
		for (let chart = 0; chart < 1000; chart++) if (anhoej(normals(random, 24), 0).signal) signals++;
		expect(signals / 1000).toBeGreaterThan(0.02);
		expect(signals / 1000).toBeLessThan(0.12);
	});
});
