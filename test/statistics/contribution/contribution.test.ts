import { describe, expect, it } from 'vitest';
import { kitagawa } from '#lib/statistics/contribution/kitagawa.ts';
import { shareAgainstOtherMonths } from '#lib/statistics/contribution/month-share.ts';
import { pareto } from '#lib/statistics/contribution/pareto.ts';

describe('pareto', () => {
	const items = [
		{ name: 'late', value: 3 },
		{ name: 'other', value: 9 },
		{ name: 'broken', value: 5 },
		{ name: 'lost', value: 3 },
		{ name: 'rude', value: 0 }
	];

	it('orders by value, keeps ties and zeros in place and puts "other" last', () => {
		const result = pareto(items, 0.5, 'other');
		expect(result.order).toEqual(['broken', 'late', 'lost', 'rude', 'other']);
		expect(result.values).toEqual([5, 3, 3, 0, 9]);
		expect(result.cumulativePercent).toEqual([25, 40, 55, 55, 100]);
		expect(result.vitalFewCount).toBe(3);
	});

	it('counts a threshold reached exactly, although 0.1 + 0.2 is not 0.3', () => {
		const thirds = [0.1, 0.2, 0.3, 0.4].map((value, i) => ({ name: String(i), value }));
		expect(pareto(thirds, 0.9).vitalFewCount).toBe(3);
	});

	it('has no shares when there is nothing', () => {
		expect(pareto([{ name: 'late', value: 0 }], 0.8)).toMatchObject({
			order: ['late'],
			sharePercent: [null],
			vitalFewCount: 0
		});
		expect(pareto([], 0.8).vitalFewCount).toBe(0);
	});
});

describe('kitagawa', () => {
	// By hand: the rates stay, 20 % of the cases move from rate 0.1 to rate 0.3.
	it('finds a change that is all mix', () => {
		const result = kitagawa([
			{ name: 'A', n0: 80, r0: 0.1, n1: 60, r1: 0.1 },
			{ name: 'B', n0: 20, r0: 0.3, n1: 40, r1: 0.3 }
		]);
		expect(result?.difference).toBeCloseTo(0.04, 12);
		expect(result?.rateEffect).toBeCloseTo(0, 12);
		expect(result?.mixEffect).toBeCloseTo(0.04, 12);
	});

	it('adds up, and a category that comes or goes is all mix', () => {
		const result = kitagawa([
			{ name: 'old', n0: 30, r0: 0.4, n1: 0, r1: null },
			{ name: 'both', n0: 70, r0: 0.2, n1: 50, r1: 0.25 },
			{ name: 'new', n0: 0, r0: null, n1: 50, r1: 0.1 }
		]);
		expect(result).not.toBeNull();
		if (!result) return;
		expect(result.rateEffect + result.mixEffect).toBeCloseTo(result.difference, 12);
		expect(result.byCategory.map(({ rateEffect }) => rateEffect === 0)).toEqual([
			true,
			false,
			true
		]);
		const centred = result.byCategory.reduce((sum, part) => sum + part.mixEffectCentered, 0);
		expect(centred).toBeCloseTo(result.mixEffect, 12);
	});

	it('is not defined when a period is empty', () => {
		expect(kitagawa([{ name: 'A', n0: 0, r0: null, n1: 5, r1: 0.2 }])).toBeNull();
	});
});

describe('shareAgainstOtherMonths', () => {
	// By hand, month 3: 30/100 against 20/200, pooled 50/300: 0.2/√(1/6 · 5/6 · (1/100 + 1/200)).
	it('sets each month against the others', () => {
		const z = shareAgainstOtherMonths([10, 10, 30], [100, 100, 100]);
		expect(z[2]).toBeCloseTo(0.2 / Math.sqrt((5 / 36) * 0.015), 10);
		expect(z[0]).toBeLessThan(0);
	});

	it('says nothing of an empty month, of a single one, or where there is no such case', () => {
		expect(shareAgainstOtherMonths([0, 5], [0, 10])).toEqual([null, null]);
		expect(shareAgainstOtherMonths([5], [10])).toEqual([null]);
		expect(shareAgainstOtherMonths([0, 0], [10, 10])).toEqual([null, null]);
	});
});
