import { describe, expect, it } from 'vitest';
import { targetDoubt } from '#lib/measures/target-doubts.ts';
import { outlookFrom, outlookOfSum } from '#lib/measures/target-outlook.ts';

const means = { sums: false, inLogs: false, judged: 1e9 };

describe('the outlook by control limits', () => {
	it('keeps what is known and adds what the limits expect', () => {
		// Two months of 100 known at 0.90, one of 100 to come at 0.80 ± 0.03: mean 0.8667, error 0.01.
		const found = outlookFrom(
			{ value: 0.9, size: 200 },
			[{ share: 1, size: 100, center: 0.8, sigma: 0.03 }],
			0.8667,
			'higher',
			means
		);
		expect(found?.value).toBeCloseTo(0.866667, 6);
		// 80 % of a normal distribution lie within 1.2816 sigma.
		expect(found?.upper80).toBeCloseTo(0.866667 + 0.012816, 5);
		expect(found?.probability).toBeCloseTo(0.4987, 3);
		expect(found?.lower80).toBeCloseTo(0.866667 - 0.012816, 5);
	});

	it('lets half a month scatter more than a whole one, by its share, and weigh less', () => {
		// Half of 100 known, half to come with sigma 0.04 / √0.5: weight ½, error 0.02828.
		const found = outlookFrom(
			{ value: 0.8, size: 50 },
			[{ share: 0.5, size: 50, center: 0.8, sigma: 0.04 }],
			0.82828,
			'higher',
			means
		);
		// One sigma above the mean: 15.87 %.
		expect(found?.probability).toBeCloseTo(0.1587, 3);
	});

	it('adds up sums, and knows that what has come has come', () => {
		const coming = [{ share: 0.5, size: 0, center: 100, sigma: 20 }];
		const sums = { ...means, sums: true };
		// 60 known, 50 to come with error 20 · √0.5 = 14.14; 124.14 is one sigma above.
		const found = outlookFrom({ value: 60, size: 1 }, coming, 124.142, 'lower', sums);
		expect(found?.value).toBeCloseTo(110, 9);
		expect(found?.probability).toBeCloseTo(0.8413, 3);
		expect(outlookFrom({ value: 60, size: 1 }, coming, 59, 'lower', sums)?.probability).toBe(0);
	});

	it('judges times on their logarithms', () => {
		const found = outlookFrom(
			{ value: null, size: 0 },
			[{ share: 1, size: 10, center: 100, sigma: Math.log(2) }],
			200,
			'lower',
			{ ...means, inLogs: true }
		);
		expect(found?.value).toBeCloseTo(100, 6);
		expect(found?.probability).toBeCloseTo(0.8413, 3);
	});

	it('is wider where the limits come from few months, and silent where from none', () => {
		const coming = [{ share: 1, size: 10, center: 10, sigma: 1 }];
		const at = (judged: number) =>
			outlookFrom({ value: null, size: 0 }, coming, 11, 'lower', { ...means, judged });
		// n = 10: error √1.1, t(0.8, 9) = 1.3830.
		expect(at(10)?.upper80).toBeCloseTo(10 + 1.383 * Math.sqrt(1.1), 3);
		expect(at(2)).toBeNull();
	});
});

describe('the outlook by a forecast', () => {
	// Each coming month uniform between 0 and 100: quantile p is 100 p.
	const uniform = (probability: number): number => 100 * probability;

	it('adds the months up as if their errors went together', () => {
		const found = outlookOfSum({ over: 30, least: 30 }, [uniform, uniform], 130, 'lower');
		expect(found.value).toBe(130);
		expect([found.lower80, found.upper80]).toEqual([50, 210]);
		expect(found.probability).toBeCloseTo(0.5, 3);
		expect(outlookOfSum({ over: 30, least: 30 }, [uniform], 105, 'lower').probability).toBeCloseTo(
			0.75,
			3
		);
	});

	it('knows a target passed already as missed, and no other as certain', () => {
		expect(outlookOfSum({ over: 30, least: 60 }, [uniform], 59, 'lower').probability).toBe(0);
		expect(outlookOfSum({ over: 30, least: 30 }, [uniform], 1000, 'lower').probability).toBe(0.999);
	});
});

describe('a target that may not be meant so', () => {
	const shares = [0.82, 0.85, 0.84, 0.86];

	it('asks for less than every recent month', () => {
		expect(targetDoubt(0.8, shares, 'higher', [0, 1])).toBe('already_met');
		expect(targetDoubt(0.9, shares, 'higher', [0, 1])).toBeNull();
		expect(targetDoubt(30, [20, 22, 25], 'lower', null)).toBe('already_met');
	});

	it('lies far from what is usual', () => {
		expect(targetDoubt(0.05, shares, 'higher', [0, 1])).toBe('far_off');
		expect(targetDoubt(24, [1440, 1300, 1500], 'lower', null)).toBe('far_off');
		expect(targetDoubt(900, [1440, 1300, 1500], 'lower', null)).toBeNull();
	});

	it('is not asked about where hardly a month is known', () => {
		expect(targetDoubt(0.01, [0.9, 0.9], 'higher', [0, 1])).toBeNull();
	});
});
