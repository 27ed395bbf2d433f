import { describe, expect, it } from 'vitest';
import {
	meanOf,
	penalisedRegression,
	type PenalisedInput
} from '#lib/statistics/regression/penalised-regression.ts';

const fit = (given: Partial<PenalisedInput>) => {
	const input = {
		kind: 'normal',
		columns: [[1, 1]],
		response: [1, 3],
		sizes: [1, 1],
		penalties: [0]
	};
	const found = penalisedRegression({ ...input, ...given } as PenalisedInput);
	if (!found) throw new Error('no fit');
	return found;
};

describe('regression with normal priors', () => {
	it('is ordinary least squares without a prior', () => {
		const { coefficients, inverse, parameters } = fit({});
		expect(coefficients[0]).toBeCloseTo(2, 12);
		expect(inverse[0]![0]).toBeCloseTo(1 / 2, 12);
		expect(parameters).toBeCloseTo(1, 12);
	});

	it('draws a coefficient towards 0 by its prior: Σy / (n + penalty), and counts as less than a parameter', () => {
		const { coefficients, inverse, parameters } = fit({ penalties: [2] });
		expect(coefficients[0]).toBeCloseTo(4 / (2 + 2), 12);
		expect(inverse[0]![0]).toBeCloseTo(1 / 4, 12);
		expect(parameters).toBeCloseTo(1 - 2 / 4, 12);
	});

	it('weighs values by their sizes', () => {
		expect(fit({ sizes: [3, 1] }).coefficients[0]).toBeCloseTo((3 * 1 + 1 * 3) / 4, 12);
	});

	it('finds the logarithm of a common rate, offsets taken out', () => {
		const { coefficients } = fit({ kind: 'poisson', response: [30, 50], sizes: [300, 100] });
		expect(coefficients[0]).toBeCloseTo(Math.log(80 / 400), 8);
		const halved = fit({
			kind: 'poisson',
			response: [30, 50],
			sizes: [300, 100],
			offsets: [Math.log(0.5), Math.log(0.5)]
		});
		expect(halved.coefficients[0]).toBeCloseTo(Math.log(80 / 200), 8);
	});

	it('finds the logit of a common share, of large exposures as well as of Poisson counts', () => {
		const { coefficients } = fit({ kind: 'binomial', response: [30, 50], sizes: [100, 100] });
		expect(coefficients[0]).toBeCloseTo(Math.log(0.4 / 0.6), 8);
	});

	it('leaves what was never seen at 0 with the variance of its prior', () => {
		const { coefficients, inverse } = fit({
			columns: [
				[1, 1],
				[0, 0]
			],
			penalties: [0, 25]
		});
		expect(coefficients[1]).toBeCloseTo(0, 12);
		expect(inverse[1]![1]).toBeCloseTo(1 / 25, 12);
	});

	it('says nothing where the columns do not tell the coefficients apart', () => {
		const twice = { kind: 'normal', response: [1, 3], sizes: [1, 1], penalties: [0, 0] } as const;
		expect(
			penalisedRegression({
				...twice,
				columns: [
					[1, 1],
					[2, 2]
				]
			})
		).toBeNull();
	});

	it('gives expectation and variance of a count at a linear predictor', () => {
		expect(meanOf('poisson', Math.log(0.2), 50)).toEqual({ mean: 10, weight: 10 });
		expect(meanOf('binomial', 0, 50)).toEqual({ mean: 25, weight: 12.5 });
	});
});
