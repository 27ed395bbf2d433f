import { describe, expect, it } from 'vitest';
import { simpson } from '#lib/statistics/association/simpson.ts';

/** A stratum whose pairs fall (slope −1) or rise (1) with some scatter, shifted to (x0, y0). */
function stratum(name: string, size: number, slope: number, x0: number, y0: number) {
	const steps = Array.from({ length: size }, (_, i) => i);
	return {
		name,
		x: steps.map((i) => x0 + i),
		y: steps.map((i) => y0 + slope * i + (i % 3) * 2)
	};
}

describe('simpson', () => {
	it('warns when the strata rise and the whole falls, both beyond chance', () => {
		const result = simpson([stratum('A', 40, 1, 0, 300), stratum('B', 40, 1, 100, 0)]);
		expect(result.pooled).toBeLessThan(-0.4);
		expect(result.weightedWithin).toBeGreaterThan(0.9);
		expect(result.signReversal).toBe(true);
		expect(result.reversalWarning).toBe(true);
	});

	it('does not warn when the opposite sign may be chance', () => {
		const result = simpson([stratum('A', 5, 1, 0, 30), stratum('B', 5, 1, 10, 0)]);
		expect(result.signReversal).toBe(true);
		expect(result.reversalWarning).toBe(false);
	});

	it('does not warn when whole and strata agree', () => {
		const result = simpson([stratum('A', 40, 1, 0, 0), stratum('B', 40, 1, 50, 50)]);
		expect(result.signReversal).toBe(false);
		expect(result.reversalWarning).toBe(false);
	});

	it('keeps rows of strata without a ρ in the pooled one and out of the weighted one', () => {
		const result = simpson([
			{ name: 'pair', x: [1, 2], y: [9, 1] },
			{ name: 'constant', x: [4, 5, 6], y: [3, 3, 3] },
			{ name: 'rising', x: [1, 2, 3, 4], y: [1, 2, 4, 3] }
		]);
		expect(result.perStratum).toEqual({ pair: null, constant: null, rising: 0.8 });
		expect(result.weightedWithin).toBeCloseTo(0.8, 12);
		expect(result.n).toBe(9);
		expect(result.withinN).toBe(4);
	});

	it('weights by size: (40 · ρ₁ + 4 · ρ₂)/44', () => {
		const large = stratum('large', 40, 1, 0, 0);
		const small = { name: 'small', x: [1, 2, 3, 4], y: [4, 3, 1, 2] };
		const { perStratum, weightedWithin } = simpson([large, small]);
		const expected = (40 * (perStratum['large'] ?? NaN) + 4 * -0.8) / 44;
		expect(weightedWithin).toBeCloseTo(expected, 12);
	});

	it('narrows its interval with more cases and widens it with tiny strata', () => {
		const width = (strata: Parameters<typeof simpson>[0]) => {
			const { withinInterval } = simpson(strata);
			return (withinInterval?.upper ?? NaN) - (withinInterval?.lower ?? NaN);
		};
		const noisy = (name: string, copies: number) => ({
			name,
			x: [1, 2, 3, 4, 5],
			y: [2, 1, 4, 3, 5],
			n: [copies, copies, copies, copies, copies]
		});
		expect(width([noisy('A', 100)])).toBeLessThan(width([noisy('A', 10)]));
		// The same 500 cases as one stratum give the interval Spearman's own ρ has.
		expect(simpson([noisy('A', 100)]).withinInterval).toEqual(
			simpson([noisy('A', 100)]).strata[0]?.interval
		);
	});

	it('has nothing to say without strata', () => {
		expect(simpson([])).toMatchObject({ pooled: null, weightedWithin: null, signReversal: false });
	});
});
