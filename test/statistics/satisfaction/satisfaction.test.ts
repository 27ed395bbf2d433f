import { describe, expect, it } from 'vitest';
import { netPromoter, netPromoterOfCounts } from '#lib/statistics/satisfaction/net-promoter.ts';
import { scoreSummary } from '#lib/statistics/satisfaction/score-summary.ts';

describe('scoreSummary', () => {
	it('gives mean and share of the two best scores', () => {
		const { n, mean, topTwo } = scoreSummary(
			{ scores: [1, 2, 3, 4, 5], counts: [2, 1, 1, 3, 3] },
			5
		);
		expect(n).toBe(10);
		expect(mean.mean).toBeCloseTo(3.4, 12);
		expect(topTwo.count).toBe(6);
		expect(topTwo.proportion).toBeCloseTo(0.6, 12);
		expect(topTwo.lower).toBeGreaterThan(0.3);
	});

	it('says nothing when nobody rated', () => {
		const { mean, topTwo } = scoreSummary({ scores: [1, 5], counts: [0, 0] }, 5);
		expect([mean.mean, topTwo.proportion]).toEqual([null, null]);
	});
});

describe('netPromoter', () => {
	// By hand: 2 promoters, 1 passive, 1 detractor: (0.5 − 0.25)·100; SE 100·√((0.75 − 0.0625)/4).
	it('counts 9 and 10 against 0 to 6', () => {
		const result = netPromoter([9, 10, 8, 6]);
		expect(result.nps).toBe(25);
		expect(result.standardError).toBeCloseTo(100 * Math.sqrt(0.6875 / 4), 10);
		expect(result).toMatchObject({
			promoters: 2,
			passives: 1,
			detractors: 1,
			lower: expect.closeTo(-56.26, 1),
			upper: 100
		});
		expect(netPromoterOfCounts({ promoters: 2, passives: 1, detractors: 1 })).toEqual(result);
	});

	it('is not defined without answers', () => {
		expect(netPromoter([]).nps).toBeNull();
	});
});
