import { describe, expect, it } from 'vitest';
import { leastSquares } from '#lib/statistics/regression/least-squares.ts';
import { linearRegression } from '#lib/statistics/regression/linear-regression.ts';
import { neweyWest } from '#lib/statistics/regression/newey-west.ts';
import { poissonRegression } from '#lib/statistics/regression/poisson-regression.ts';
import { segmentedOlsNeweyWest } from '#lib/statistics/regression/segmented-newey-west.ts';
import { segmentedPoisson } from '#lib/statistics/regression/segmented-poisson.ts';
import { segmentedColumns } from '#lib/statistics/regression/segmented.ts';

const time = [1, 2, 3, 4, 5, 6, 7, 8];
const step = [0, 0, 0, 0, 1, 1, 1, 1];

describe('leastSquares', () => {
	// Longley (1967), JASA 62:819: the classic of ill-conditioned columns; certified by NIST StRD.
	it('keeps the certified digits of Longley’s data', () => {
		const rows = [
			[60323, 83, 234289, 2356, 1590, 107608, 1947],
			[61122, 88.5, 259426, 2325, 1456, 108632, 1948],
			[60171, 88.2, 258054, 3682, 1616, 109773, 1949],
			[61187, 89.5, 284599, 3351, 1650, 110929, 1950],
			[63221, 96.2, 328975, 2099, 3099, 112075, 1951],
			[63639, 98.1, 346999, 1932, 3594, 113270, 1952],
			[64989, 99, 365385, 1870, 3547, 115094, 1953],
			[63761, 100, 363112, 3578, 3350, 116219, 1954],
			[66019, 101.2, 397469, 2904, 3048, 117388, 1955],
			[67857, 104.6, 419180, 2822, 2857, 118734, 1956],
			[68169, 108.4, 442769, 2936, 2798, 120445, 1957],
			[66513, 110.8, 444546, 4681, 2637, 121950, 1958],
			[68655, 112.6, 482704, 3813, 2552, 123366, 1959],
			[69564, 114.2, 502601, 3931, 2514, 125368, 1960],
			[69331, 115.7, 518173, 4806, 2572, 127852, 1961],
			[70551, 116.9, 554894, 4007, 2827, 130081, 1962]
		];
		const column = (j: number): number[] => rows.map((row) => row[j] ?? NaN);
		const fit = leastSquares([rows.map(() => 1), ...[1, 2, 3, 4, 5, 6].map(column)], column(0));
		const certified = [
			-3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
			-0.0511041056535807, 1829.15146461355
		];
		certified.forEach((value, j) =>
			expect((fit?.coefficients[j] ?? NaN) / value).toBeCloseTo(1, 8)
		);
	});

	it('gives null when a column is made of others', () => {
		expect(
			leastSquares(
				[
					[1, 1, 1],
					[1, 2, 3],
					[3, 5, 7]
				],
				[1, 2, 4]
			)
		).toBeNull();
		expect(leastSquares([[0, 0, 0]], [1, 2, 3])).toBeNull();
	});
});

describe('linearRegression', () => {
	// Anscombe (1973), set I: y = 3.0001 + 0.5001 x, standard errors 1.1247 and 0.1179, R² = 0.6665.
	it('gives the line of Anscombe’s first set', () => {
		const line = linearRegression(
			[10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
			[8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
		);
		expect(line.slope).toBeCloseTo(0.5001, 4);
		expect(line.intercept).toBeCloseTo(3.0001, 4);
		expect(line.slopeStandardError).toBeCloseTo(0.1179, 4);
		expect(line.interceptStandardError).toBeCloseTo(1.1247, 4);
		expect(line.rSquared).toBeCloseTo(0.6665, 4);
		expect(line.pValue).toBeCloseTo(0.00217, 5);
	});

	it('says less as there is less to go by', () => {
		expect(linearRegression([2, 2], [1, 5])).toMatchObject({ slope: null, df: 0 });
		expect(linearRegression([1, 2], [1, 5])).toMatchObject({ slope: 4, rSquared: 1, pValue: null });
		expect(linearRegression([1, 2, 3], [4, 4, 4])).toMatchObject({
			slope: 0,
			rSquared: null,
			pValue: null
		});
		expect(linearRegression([], [])).toMatchObject({ slope: null, df: -2 });
	});
});

describe('segmented regressions', () => {
	it('order their columns: intercept, level, time, slope, sine and cosine', () => {
		const columns = segmentedColumns({
			time,
			step,
			includeSlope: true,
			slopeOrigin: 4,
			harmonics: { pairs: 1, period: 4 }
		});
		expect(Object.keys(columns)).toEqual(['intercept', 'level', 'time', 'slope', 'sin1', 'cos1']);
		expect(columns['slope']).toEqual([0, 0, 0, 0, 1, 2, 3, 4]);
	});

	it('find a level change that was put in exactly', () => {
		const exposures = time.map((t) => 1000 * t);
		const counts = time.map((t, i) => 1000 * t * Math.exp(-3 + 0.02 * t - 0.5 * (step[i] ?? 0)));
		const fit = segmentedPoisson({ counts, exposures, time, step, dispersion: 'poisson' });
		expect(fit.coefficients?.['level']).toBeCloseTo(-0.5, 9);
		expect(fit.rateRatioLevel?.estimate).toBeCloseTo(Math.exp(-0.5), 9);
		expect(fit.rateRatioSlope).toBeNull();
		expect(fit.deviance).toBeCloseTo(0, 9);
		const values = time.map((t, i) => 5 + 2 * t - 7 * (step[i] ?? 0));
		const line = segmentedOlsNeweyWest(values, { time, step }, { lag: 2 });
		expect(line.coefficients?.['level']).toBeCloseTo(-7, 9);
	});

	// With a step alone, the Poisson fit is the two rates: log(8/40) and log(30/60) − log(8/40).
	it('fit the two rates where there is nothing else', () => {
		const fit = poissonRegression(
			[
				[1, 1, 1, 1],
				[0, 0, 1, 1]
			],
			[5, 3, 10, 20],
			[20, 20, 30, 30]
		);
		expect(fit?.coefficients[0]).toBeCloseTo(Math.log(0.2), 10);
		expect(fit?.coefficients[1]).toBeCloseTo(Math.log(2.5), 10);
		// Variance of the difference of two log rates: 1/8 + 1/30.
		expect(fit?.inverse[1]?.[1]).toBeCloseTo(1 / 8 + 1 / 30, 10);
	});

	it('are not defined when nothing changed or no event happened', () => {
		const never = step.map(() => 0);
		const counts = time.map(() => 3);
		const exposures = time.map(() => 10);
		const none = segmentedPoisson({ counts, exposures, time, step: never, dispersion: 'quasi' });
		expect(none.coefficients).toBeNull();
		expect(
			segmentedOlsNeweyWest(counts, { time, step: never }, { lag: 1 }).durbinWatson
		).toBeNull();
		expect(
			poissonRegression(
				[exposures],
				time.map(() => 0),
				exposures
			)
		).toBeNull();
	});
});

describe('neweyWest', () => {
	// By hand for a mean alone: errors e, variance Σe²/n² at lag 0, plus 2 · ½ · Σeₜeₜ₋₁/n² at lag 1.
	it('adds the products of neighbouring errors with Bartlett weights', () => {
		const y = [1, 2, 4, 5];
		const errors = [-2, -1, 1, 2];
		const plain = neweyWest(y, { constant: [1, 1, 1, 1] }, { lag: 0 });
		expect(plain.standardErrors?.['constant']).toBeCloseTo(Math.sqrt(10 / 16), 12);
		expect(plain.standardErrorsHc1?.['constant']).toBeCloseTo(Math.sqrt(((10 / 16) * 4) / 3), 12);
		const products = errors.slice(1).reduce((sum, e, i) => sum + e * (errors[i] ?? 0), 0);
		const lagged = neweyWest(y, { constant: [1, 1, 1, 1] }, { lag: 1 });
		expect(lagged.standardErrors?.['constant']).toBeCloseTo(Math.sqrt((10 + products) / 16), 12);
	});
});
