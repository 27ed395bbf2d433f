import { expect, it } from 'vitest';
import type { DriverGroup } from '#lib/measures/driver-groups.ts';
import type { DriverDimension } from '#lib/measures/driver-measures.ts';
import { associations } from '#lib/measures/outcome-association.ts';

const nothing = { cases: 0, total: 0, squares: 0 };
const group = (
	dimension: DriverDimension,
	value: string,
	cases: number,
	total: number,
	second: DriverDimension | null = null,
	secondValue: string | null = null
): DriverGroup => ({
	dimension,
	value,
	second,
	secondValue,
	now: { cases, total, squares: total },
	before: nothing
});
const all = { now: { cases: 400, total: 80, squares: 80 }, before: nothing };

it('gives lift, risk ratio and excess of a value against all others', () => {
	const { associations: found, dimensions } = associations(
		{
			all,
			singles: [group('channel', 'app', 100, 50), group('channel', 'web', 300, 30)],
			pairs: []
		},
		10
	);
	// 50 % against 10 %: ratio 5, lift 0.5 / 0.2, and 50 − 100 · 0.2 too many.
	expect(found[0]).toMatchObject({ value: 'app', share: 0.5, lift: 2.5, excess: 30 });
	expect(found[0]?.riskRatio).toBeCloseTo(5, 12);
	expect(found[0]?.interval?.lower).toBeGreaterThan(3);
	expect(found[1]).toMatchObject({ value: 'web', excess: -30 });
	// φ of the fourfold table: (50·270 − 50·30)/√(100·300·80·320) = 0.433.
	expect(dimensions[0]?.cramersV).toBeCloseTo(12_000 / Math.sqrt(100 * 300 * 80 * 320), 10);
	expect(dimensions[0]?.found).toBe(true);
});

it('lists a pair only where it adds something beyond each of its values', () => {
	const singles = [
		group('channel', 'app', 200, 70),
		group('channel', 'web', 200, 10),
		group('product', 'x', 200, 40),
		group('product', 'y', 200, 40)
	];
	const alike = group('channel', 'app', 100, 35, 'product', 'x');
	const worse = group('channel', 'app', 100, 65, 'product', 'x');
	const pairsFound = (pair: DriverGroup) =>
		associations({ all, singles, pairs: [pair] }, 10).associations.filter(
			({ second }) => second !== null
		).length;
	expect([pairsFound(alike), pairsFound(worse)]).toEqual([0, 1]);
});

it('says nothing of what chance would give, nor of a few cases', () => {
	const { found, judged } = associations(
		{
			all,
			singles: [
				group('channel', 'app', 195, 42),
				group('channel', 'web', 195, 35),
				group('channel', 'fax', 10, 3)
			],
			pairs: []
		},
		10
	);
	expect([found, judged]).toEqual([0, 2]);
});

it('shows the first four of a dimension, so that many strong values do not hide another dimension', () => {
	const products = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => group('product', name, 60, 24));
	const rest = group('product', 'g', 640, 16);
	const team = group('team', 'weak', 60, 20);
	const { found, associations: shown } = associations(
		{
			all: { ...all, now: { cases: 1000, total: 160, squares: 160 } },
			singles: [...products, rest, team],
			pairs: []
		},
		10
	);
	expect(found).toBe(8);
	expect(shown.map(({ value }) => value)).toEqual(['g', 'a', 'b', 'c', 'weak']);
});
