import { describe, expect, it } from 'vitest';
import { dasGupta } from '#lib/statistics/contribution/das-gupta.ts';
import { kitagawa } from '#lib/statistics/contribution/kitagawa.ts';

describe('dasGupta', () => {
	// Das Gupta (1993), two factors: αβ with 0.6 → 0.3 and 0.5 → 0.45.
	it('gives each factor its mean effect over all orders', () => {
		const { effects, percent, difference } = dasGupta({
			rate: 'product',
			factors: { alpha: [0.6, 0.3], beta: [0.5, 0.45] }
		});
		expect(difference).toBeCloseTo(-0.165, 12);
		expect(effects['alpha']).toBeCloseTo(-0.1425, 12);
		expect((percent['alpha'] ?? 0) + (percent['beta'] ?? 0)).toBeCloseTo(100, 10);
	});

	it('adds up to the difference with four factors', () => {
		const { effects, difference } = dasGupta({
			rate: 'product',
			factors: { a: [2, 3], b: [5, 4], c: [0.1, 0.3], d: [7, 7] }
		});
		const sum = Object.values(effects).reduce((all, effect) => all + effect, 0);
		expect(sum).toBeCloseTo(difference, 12);
		expect(effects['d']).toBeCloseTo(0, 12);
	});

	it('is Kitagawa’s split when the factors are shares and rates of categories', () => {
		const { effects } = dasGupta({
			rate: 'sumOfProducts',
			factors: {
				mix: [
					[0.6, 0.4],
					[0.4, 0.6]
				],
				rate: [
					[0.05, 0.2],
					[0.05, 0.18]
				]
			}
		});
		const split = kitagawa([
			{ name: 'A', n0: 600, r0: 0.05, n1: 400, r1: 0.05 },
			{ name: 'B', n0: 400, r0: 0.2, n1: 600, r1: 0.18 }
		]);
		expect(effects['mix']).toBeCloseTo(split?.mixEffect ?? NaN, 12);
		expect(effects['rate']).toBeCloseTo(split?.rateEffect ?? NaN, 12);
	});

	it('has no percent of no difference', () => {
		const { percent } = dasGupta({ rate: 'product', factors: { a: [2, 4], b: [2, 1] } });
		expect(percent).toEqual({ a: null, b: null });
	});
});
