import { expect, it } from 'vitest';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';
import { weightedShare } from '#lib/statistics/proportion/weighted-share.ts';

// By hand: 30 answers of weight 1 (24 yes), 10 of weight 3 (2 yes): 30/60 yes; (60)²/(30 + 90) = 30.
it('weighs answers, and counts them as Kish does', () => {
	const found = weightedShare([
		{ answers: 30, yes: 24, weight: 1 },
		{ answers: 10, yes: 2, weight: 3 }
	]);
	expect(found?.share).toBeCloseTo(0.5, 12);
	expect(found?.effective).toBeCloseTo(30, 12);
	expect(found?.interval.lower).toBeCloseTo(wilsonInterval(15, 30, 0.95).lower ?? NaN, 12);
});

// Kish (1965), § 11.7: (Σw)²/Σw² = n/(1 + cv²) of the weights; cv² of 1, 1, 4, 4 is 2.25/6.25 = 0.36.
it('loses 1 + cv² of the weights, as published', () => {
	const found = weightedShare([
		{ answers: 2, yes: 1, weight: 1 },
		{ answers: 2, yes: 1, weight: 4 }
	]);
	expect(found?.effective).toBeCloseTo(4 / 1.36, 12);
});

it('is the plain Wilson interval where all weigh alike, and nothing without an answer', () => {
	const found = weightedShare([{ answers: 40, yes: 10, weight: 2.5 }]);
	expect(found?.interval.upper).toBeCloseTo(wilsonInterval(10, 40, 0.95).upper ?? NaN, 12);
	expect(weightedShare([{ answers: 0, yes: 0, weight: 2 }])).toBeNull();
});
