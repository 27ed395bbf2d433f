import { describe, expect, it } from 'vitest';
import { betaDistribution, betaQuantile } from '#lib/statistics/distributions/beta.ts';
import {
	binomialDistribution,
	binomialProbability,
	binomialUpperTail
} from '#lib/statistics/distributions/binomial.ts';
import { chiSquareQuantile, chiSquareUpperTail } from '#lib/statistics/distributions/chi-square.ts';
import {
	normalDistribution,
	normalQuantile,
	twoSidedNormalPValue,
	twoSidedNormalQuantile
} from '#lib/statistics/distributions/normal.ts';
import { twoSidedTPValue, twoSidedTQuantile } from '#lib/statistics/distributions/student-t.ts';
import { relativeError } from '../relative-error.ts';

// Expected values: scipy 1.17.1 (stats.norm, t, chi2, beta, binom), full double precision.
describe('distribution functions agree with scipy to 1e-12 relative', () => {
	it.each([
		['normal at -1.5', normalDistribution(-1.5), 0.06680720126885807],
		['normal at -8', normalDistribution(-8), 6.22096057427174e-16],
		['normal quantile', normalQuantile(0.001), -3.090232306167813],
		['two-sided normal', twoSidedNormalPValue(-2.5), 0.012419330651552265],
		['t near the middle', twoSidedTPValue(0.1, 7), 0.9231480596047924],
		['t', twoSidedTPValue(-2.5, 7), 0.04099221858575289],
		['t far out', twoSidedTPValue(12, 48), 4.669137132173704e-16],
		['t of a million', twoSidedTPValue(0.5, 1e6), 0.6170751874723714],
		['t quantile, one df', twoSidedTQuantile(0.95, 1), 12.706204736174694],
		['t quantile, 48 df', twoSidedTQuantile(0.95, 48), 2.010634757624232],
		['t quantile at 99 %', twoSidedTQuantile(0.99, 7), 3.4994832973504924],
		['χ² far out', chiSquareUpperTail(58.13758537283, 6), 1.074646936827333e-10],
		['χ² of one df', chiSquareUpperTail(3, 1), 0.08326451666355042],
		['χ² of 100 df', chiSquareUpperTail(120, 100), 0.08440668109369177],
		['χ² quantile, lower', chiSquareQuantile(0.025, 20), 9.590777392264867],
		['χ² quantile, upper', chiSquareQuantile(0.975, 2), 7.377758908227871],
		['beta', betaDistribution(0.3, 2, 5), 0.5798250000000003],
		['beta quantile, lower', betaQuantile(0.025, 8, 3), 0.4439045376923585],
		['beta quantile, upper', betaQuantile(0.975, 84, 121), 0.4776739235979021],
		['binomial probability', binomialProbability(3, 10, 0.3), 0.2668279319999998],
		['binomial', binomialDistribution(84, 204, 0.512), 0.002570366634295653],
		['binomial upper tail', binomialUpperTail(84, 204, 0.512), 0.9983539905374953]
	])('%s', (_name, got, expected) => {
		expect(relativeError(got, expected)).toBeLessThan(1e-12);
	});

	it('keeps eight digits of a binomial probability of a million trials', () => {
		const got = binomialProbability(500_000, 1_000_000, 0.5);
		expect(relativeError(got, 0.0007978843613317499)).toBeLessThan(1e-8);
	});
});

describe('distribution functions at the ends', () => {
	it('uses the exact z of 95 %, not 1.96', () => {
		expect(twoSidedNormalQuantile(0.95)).toBeCloseTo(1.959963984540054, 15);
	});

	it('gives an infinite t no chance and NaN no meaning', () => {
		expect(twoSidedTPValue(Infinity, 5)).toBe(0);
		expect(twoSidedTPValue(NaN, 5)).toBeNaN();
	});

	it('holds the whole probability inside the possible counts', () => {
		expect(binomialDistribution(-1, 4, 0.5)).toBe(0);
		expect(binomialDistribution(4, 4, 0.5)).toBe(1);
		expect(binomialUpperTail(0, 4, 0.5)).toBe(1);
		expect(binomialUpperTail(5, 4, 0.5)).toBe(0);
		expect(binomialProbability(5, 4, 0.5)).toBe(0);
		expect(binomialProbability(0, 4, 0)).toBe(1);
		expect(binomialProbability(4, 4, 1)).toBe(1);
		expect(chiSquareUpperTail(-1, 3)).toBe(1);
	});
});
