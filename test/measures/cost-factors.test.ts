import { expect, it } from 'vitest';
import { costFactors } from '#lib/measures/cost-factors.ts';
import type { DriverGroup } from '#lib/measures/driver-groups.ts';

const group = (
	value: string,
	[cases, total]: readonly [number, number],
	[casesBefore, totalBefore]: readonly [number, number]
): DriverGroup => ({
	dimension: 'category',
	value,
	second: null,
	secondValue: null,
	now: { cases, total, squares: total },
	before: { cases: casesBefore, total: totalBefore, squares: totalBefore }
});

it('says that it is all volume where twice as many cases of the same mix cost the same each', () => {
	const factors = costFactors(
		'category',
		[group('a', [20, 200], [10, 100]), group('b', [20, 400], [10, 200])],
		{ now: 10, before: 10 }
	);
	expect(factors?.difference).toBeCloseTo(30, 10);
	expect(factors?.volume).toBeCloseTo(30, 10);
	expect(factors?.mix).toBeCloseTo(0, 10);
	expect(factors?.unit).toBeCloseTo(0, 10);
});

it('adds up to the difference of cost a day with values that come and go', () => {
	const factors = costFactors(
		'category',
		[group('a', [30, 450], [10, 100]), group('b', [0, 0], [30, 60]), group('c', [5, 500], [0, 0])],
		{ now: 31, before: 28 }
	);
	const sum = (factors?.volume ?? 0) + (factors?.mix ?? 0) + (factors?.unit ?? 0);
	expect(sum).toBeCloseTo(950 / 31 - 160 / 28, 10);
	expect(factors?.difference).toBeCloseTo(950 / 31 - 160 / 28, 10);
});

it('has nothing to say where one sample is empty', () => {
	expect(costFactors('category', [group('a', [1, 1], [0, 0])], { now: 1, before: 1 })).toBeNull();
});
