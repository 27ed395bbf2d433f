import { expect, it } from 'vitest';
import { logisticRegression } from '#lib/statistics/regression/logistic-regression.ts';

// Space shuttle O-rings, 23 flights: Dalal, Fowlkes & Hoadley (1989), JASA 84:945; intercept 15.0429,
// temperature −0.2322, residual deviance 20.315.
const fahrenheit = [
	66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58
];
const distress = [0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1];

it('gives the published fit of the O-rings', () => {
	const ones = fahrenheit.map(() => 1);
	const fit = logisticRegression([ones, fahrenheit], ones, distress);
	expect(fit?.coefficients[0]).toBeCloseTo(15.0429, 4);
	expect(fit?.coefficients[1]).toBeCloseTo(-0.2322, 4);
	expect(-2 * (fit?.logLikelihood ?? NaN)).toBeCloseTo(20.315, 3);
});

it('has no fit where successes and failures are wholly separated', () => {
	expect(
		logisticRegression(
			[
				[1, 1, 1, 1],
				[1, 2, 3, 4]
			],
			[9, 9, 9, 9],
			[9, 9, 0, 0]
		)
	).toBeNull();
});
