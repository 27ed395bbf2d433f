import { describe, expect, it } from 'vitest';
import { quasiBinomial } from '#lib/statistics/regression/quasi-binomial.ts';
import { quasiPoisson } from '#lib/statistics/regression/quasi-poisson.ts';
import { segmentedColumns } from '#lib/statistics/regression/segmented.ts';
import { twoSidedTQuantile } from '#lib/statistics/distributions/student-t.ts';
import references from '../../oracles/reference-cases.json' with { type: 'json' };

const ones = (length: number): number[] => Array.from({ length }, () => 1);
const step = (before: number, after: number): number[] => [
	...ones(before).map(() => 0),
	...ones(after)
];

describe('quasiPoisson', () => {
	// statsmodels 0.13.5 GLM(Poisson), scale Pearson χ²/(n − 2): reference case rateRatioOverdispersed-01.
	it('gives the ratio of two rates with the dispersion of the periods and t of n − 2', () => {
		const { before, after } = caseOf('rateRatioOverdispersed-01');
		const [b, a] = [before.counts.length, after.counts.length];
		const fit = quasiPoisson(
			[ones(b + a), step(b, a)],
			1,
			[...before.counts, ...after.counts],
			[...before.exposures, ...after.exposures]
		);
		expect(fit?.estimate).toBeCloseTo(Math.log(0.6546827468275), 10);
		expect(fit?.dispersion).toBeCloseTo(2.915967702377, 9);
		expect(fit?.standardError).toBeCloseTo(0.1231468257631, 9);
		expect(fit?.df).toBe(20);
		// t₂₀ = 2.0859634 (tables) in place of z = 1.96.
		expect(Math.exp(fit?.lower ?? NaN)).toBeCloseTo(0.506371700267, 9);
		expect(Math.exp(fit?.upper ?? NaN)).toBeCloseTo(0.846432568738, 9);
	});

	it('is never narrower than chance alone', () => {
		// statsmodels with the scale floored at 1: reference case rateRatioOverdispersed-03, φ = 0.005.
		const { before: one, after: two } = caseOf('rateRatioOverdispersed-03');
		const fit = quasiPoisson(
			[ones(11), step(6, 5)],
			1,
			[...one.counts, ...two.counts],
			[...one.exposures, ...two.exposures]
		);
		expect(fit?.dispersion).toBe(1);
		expect(fit?.standardError).toBeCloseTo(0.1461321869005, 10);
	});

	it('agrees with the published model of the Sicilian smoking ban, seasons included', () => {
		// Lopez Bernal et al. (2017), model 3 (two pairs of harmonics, quasi-Poisson): level 0.885.
		const { input, expected } = sicily();
		const columns = segmentedColumns(input);
		const fit = quasiPoisson(
			Object.values(columns),
			Object.keys(columns).indexOf('level'),
			input.counts,
			input.exposures
		);
		expect(fit?.estimate).toBeCloseTo(expected.coefficients.level, 9);
		expect(fit?.standardError).toBeCloseTo(expected.standardErrors.level, 9);
		expect(fit?.dispersion).toBeCloseTo(expected.pearsonDispersion, 8);
	});

	it('says nothing where no period is left over, or a phase has no case', () => {
		expect(quasiPoisson([ones(2), step(1, 1)], 1, [5, 7], [1, 1])).toBeNull();
		expect(quasiPoisson([ones(4), step(2, 2)], 1, [5, 7, 0, 0], [1, 1, 1, 1])).toBeNull();
	});
});

describe('quasiBinomial', () => {
	// Closed form of a 2 × 2 table: log odds ratio with √(1/a + 1/b + 1/c + 1/d) (Woolf 1955).
	it('is the log odds ratio of a table whose periods do not differ', () => {
		const fit = quasiBinomial(
			[ones(4), step(2, 2)],
			1,
			[20, 20, 10, 10],
			ones(4).map(() => 50),
			[0, 0, 0, 0]
		);
		expect(fit?.estimate).toBeCloseTo(Math.log((20 / 80 / (40 / 60)) as number), 10);
		expect(fit?.dispersion).toBe(1);
		const error = Math.sqrt(1 / 40 + 1 / 60 + 1 / 20 + 1 / 80);
		expect(fit?.standardError).toBeCloseTo(error, 10);
		expect((fit?.upper ?? NaN) - (fit?.estimate ?? NaN)).toBeCloseTo(
			twoSidedTQuantile(0.95, 2) * error,
			10
		);
	});

	it('equals the Poisson regression of both groups with an effect of every period', () => {
		const own = [30, 42, 25, 18, 15];
		const other = [110, 150, 90, 125, 95];
		const orders = [1000, 1200, 900, 1100, 950];
		const otherOrders = [2000, 2600, 1700, 2300, 1800];
		const after = [0, 0, 0, 1, 1];
		const periods = [1, 2, 3, 4].map((at) => [...own, ...other].map((_, i) => +(i % 5 === at)));
		const group = [...ones(5), ...ones(5).map(() => 0)];
		const poisson = quasiPoisson(
			[ones(10), group, group.map((is, i) => is * after[i % 5]!), ...periods],
			2,
			[...own, ...other],
			[...orders, ...otherOrders]
		);
		const binomial = quasiBinomial(
			[ones(5), after],
			1,
			own,
			own.map((count, i) => count + other[i]!),
			orders.map((count, i) => Math.log(count / otherOrders[i]!))
		);
		expect(binomial?.estimate).toBeCloseTo(poisson?.estimate ?? NaN, 9);
		expect(binomial?.standardError).toBeCloseTo(poisson?.standardError ?? NaN, 9);
		expect(binomial?.df).toBe(poisson?.df);
	});

	it('says nothing where one side has no case at all', () => {
		expect(quasiBinomial([ones(4), step(2, 2)], 1, [3, 4, 0, 0], [9, 9, 9, 9], [0, 0, 0, 0])).toBe(
			null
		);
	});
});

interface Counted {
	readonly counts: readonly number[];
	readonly exposures: readonly number[];
}

function caseOf(id: string) {
	const found = references.find((one) => one.id === id);
	return found?.input as unknown as { readonly before: Counted; readonly after: Counted };
}

function sicily() {
	const found = references.find((one) => one.id === 'segmentedPoisson-02');
	return found as unknown as {
		readonly input: Parameters<typeof segmentedColumns>[0] & Counted;
		readonly expected: {
			readonly coefficients: { readonly level: number };
			readonly standardErrors: { readonly level: number };
			readonly pearsonDispersion: number;
		};
	};
}
