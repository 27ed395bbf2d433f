import { describe, expect, it } from 'vitest';
import { levelStep } from '#lib/review/level-step.ts';
import { amountAt, scoreOf, signedRoot, type Expectation } from '#lib/review/score.ts';

const ten: Expectation = {
	kind: 'poisson',
	eta: Math.log(0.1),
	size: 100,
	leverage: 0,
	dispersion: 1
};

describe('how far a month lies off', () => {
	it('is the signed root of the deviance: √(2(20 ln 2 − 10)) for 20 where 10 were expected', () => {
		expect(signedRoot('poisson', 20, ten.eta, 100)).toBeCloseTo(2.77954, 4);
		expect(signedRoot('poisson', 0, ten.eta, 100)).toBeCloseTo(-Math.sqrt(20), 8);
	});

	it('adds the deviance of the rest of a share: 20 of 100 where half were expected', () => {
		const deviance = 2 * (20 * Math.log(20 / 50) + 80 * Math.log(80 / 50));
		expect(signedRoot('binomial', 20, 0, 100)).toBeCloseTo(-Math.sqrt(deviance), 8);
	});

	it('shrinks with the scatter of months and with what is not known of the expectation', () => {
		expect(scoreOf(20, { ...ten, dispersion: 4 })).toBeCloseTo(2.77954 / 2, 4);
		// Variance of the linear predictor 0.3, of the count 10: √(1 + 0.3 × 10) = 2.
		expect(scoreOf(20, { ...ten, leverage: 0.3 })).toBeCloseTo(2.77954 / 2, 4);
	});

	it('of a value is its distance in standard deviations of a mean of so many', () => {
		const value: Expectation = { kind: 'normal', eta: 4, size: 25, leverage: 0, dispersion: 1 };
		expect(scoreOf(4.4, value)).toBeCloseTo(0.4 / Math.sqrt(1 / 25), 12);
		expect(amountAt(-3, value)).toBeCloseTo(4 - 3 / 5, 12);
	});

	it('has limits where the score says so, never below none nor above all', () => {
		expect(signedRoot('poisson', amountAt(3, ten), ten.eta, 100)).toBeCloseTo(3, 6);
		expect(amountAt(-9, ten)).toBe(0);
		const share: Expectation = { ...ten, kind: 'binomial', eta: 3, size: 10 };
		expect(amountAt(9, share)).toBe(10);
	});
});

describe('a level that moved and stayed', () => {
	const places = Array.from({ length: 20 }, (_, at) => at);
	const wobble = (at: number): number => [0.3, -0.9, 1.1, -0.4, 0.8, -1.2, 0][at % 7]!;

	it('is found where it began', () => {
		const residuals = places.map((at) => wobble(at) - (at >= 11 ? 8 : 0));
		expect(levelStep(residuals, places)).toBe(11);
	});

	it('is not seen in three months gone wrong, nor before it has lasted', () => {
		const blip = places.map((at) => wobble(at) + (at >= 13 && at < 16 ? 30 : 0));
		expect(levelStep(blip, places)).toBeNull();
		const young = places.map((at) => wobble(at) - (at >= 15 ? 8 : 0));
		expect(levelStep(young, places)).toBeNull();
	});

	it('is not seen in chance', () => {
		expect(levelStep(places.map(wobble), places)).toBeNull();
	});
});
