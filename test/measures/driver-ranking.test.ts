import { expect, it } from 'vitest';
import type { DriverGroup } from '#lib/measures/driver-groups.ts';
import type { DriverDimension } from '#lib/measures/driver-measures.ts';
import { decompose } from '#lib/measures/driver-decomposition.ts';
import { rankDrivers } from '#lib/measures/driver-ranking.ts';

const count = (cases: number) => ({ cases, total: cases, squares: cases });
const group = (
	dimension: DriverDimension,
	value: string,
	now: number,
	before: number,
	second: DriverDimension | null = null,
	secondValue: string | null = null
): DriverGroup => ({
	dimension,
	value,
	second,
	secondValue,
	now: count(now),
	before: count(before)
});
const ranked = (singles: DriverGroup[], pairs: DriverGroup[] = [], widening = 1) => {
	const first = singles.filter(({ dimension }) => dimension === 'product');
	const sum = (side: 'now' | 'before') =>
		first.reduce((total, each) => total + each[side].cases, 0);
	return rankDrivers({
		all: { now: count(sum('now')), before: count(sum('before')) },
		singles,
		pairs,
		kind: 'flow',
		exposures: { now: 10, before: 10 },
		dispersion: () => widening
	});
};

it('names no value where everything grew alike: only the total moved', () => {
	const { changed, totalChanged, drivers } = ranked([
		group('product', 'a', 400, 200),
		group('product', 'b', 600, 300)
	]);
	expect([changed, totalChanged]).toEqual([true, true]);
	expect(drivers.filter(({ found }) => found)).toEqual([]);
});

it('puts a surge of one product in one region on the pair, and not on what goes along', () => {
	const { drivers } = ranked(
		[
			group('product', 'a', 180, 100),
			group('product', 'b', 500, 500),
			group('region', 'north', 300, 220),
			group('region', 'south', 380, 380)
		],
		[
			group('product', 'a', 100, 20, 'region', 'north'),
			group('product', 'b', 200, 200, 'region', 'north')
		]
	);
	const pairs = drivers.filter(({ second }) => second !== null);
	expect(
		pairs.map(({ value, secondValue, contribution }) => [value, secondValue, contribution])
	).toEqual([['a', 'north', 8]]);
	expect(drivers.find(({ value }) => value === 'a')?.found).toBe(true);
});

it('lets clustering take away what chance alone would make of it', () => {
	const values = [group('product', 'a', 180, 100), group('product', 'b', 500, 500)];
	expect(ranked(values).changed).toBe(true);
	expect(ranked(values, [], 9).changed).toBe(false);
});

it('gives no verdict on a few cases', () => {
	const { drivers } = ranked([group('product', 'a', 19, 0), group('product', 'b', 500, 500)]);
	expect(drivers.map(({ value }) => value)).toEqual(['b']);
});

it('splits the difference of a share into mix and rate that add up to it', () => {
	const share = (value: string, n1: number, x1: number, n0: number, x0: number): DriverGroup => ({
		...group('category', value, 0, 0),
		now: { cases: n1, total: x1, squares: x1 },
		before: { cases: n0, total: x0, squares: x0 }
	});
	// Both stay at 30 % and 80 %; the bad one goes from 20 % to 60 % of the cases.
	const parts = decompose(
		'category',
		[share('bad', 600, 180, 200, 60), share('good', 400, 320, 800, 640)],
		() => 1
	);
	expect(parts?.difference).toBeCloseTo(-0.2, 12);
	expect(parts?.mixEffect).toBeCloseTo(-0.2, 12);
	expect(parts?.rateEffect).toBeCloseTo(0, 12);
	expect(parts?.values.some(({ rateChanged }) => rateChanged)).toBe(false);
	const sum = parts?.values.reduce(
		(total, { rateEffect, mixEffect }) => total + rateEffect + mixEffect,
		0
	);
	expect(sum).toBeCloseTo(-0.2, 12);
});
