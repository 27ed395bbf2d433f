import { describe, expect, it } from 'vitest';
import { kendallTauB } from '#lib/statistics/association/kendall.ts';
import { pearson } from '#lib/statistics/association/pearson.ts';
import { spearman } from '#lib/statistics/association/spearman.ts';
import { pairTable } from '#lib/statistics/association/weighted-pairs.ts';
import { seeded } from '../seeded.ts';

const minutes = [5, 12, 30, 30, 45, 60, 60, 90, 120, 240, 360, 1440];
const scores = [5, 5, 4, 5, 4, 4, 3, 3, 4, 2, 1, 1];

describe('pearson', () => {
	// Anscombe (1973), American Statistician 27:17, set I; interval and p-value by scipy 1.17.1.
	it('gives r = 0.816 of Anscombe’s first set', () => {
		const { r, pValue, interval } = pearson({
			x: [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
			y: [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
		});
		expect(r).toBeCloseTo(0.8164205163448395, 12);
		expect(pValue).toBeCloseTo(0.0021696288730788152, 12);
		expect(interval?.lower).toBeCloseTo(0.4243912133932152, 10);
		expect(interval?.upper).toBeCloseTo(0.9506932537865604, 10);
	});

	it('keeps its digits when values are large against their spread', () => {
		const x = [1, 2, 3, 4, 5].map((value) => 1e9 + value);
		expect(pearson({ x, y: [5, 6, 7, 8, 7] }).r).toBeCloseTo(0.8320502943378437, 12);
	});
});

describe('rank correlations with ties', () => {
	// scipy 1.17.1: spearmanr, kendalltau(method = "asymptotic").
	it('gives Spearman’s ρ by mid-ranks', () => {
		const { rho, pValue, n } = spearman({ x: minutes, y: scores });
		expect(rho).toBeCloseTo(-0.9082322882448834, 12);
		expect(pValue).toBeCloseTo(4.386230428072489e-5, 12);
		expect(n).toBe(12);
	});

	it('gives Kendall’s τ-b with the tie-corrected variance', () => {
		const { tau, pValue } = kendallTauB({ x: minutes, y: scores });
		expect(tau).toBeCloseTo(-0.8258948315174716, 12);
		expect(pValue).toBeCloseTo(0.00047572916747457364, 12);
	});

	it('puts the Bonett–Wright intervals around them', () => {
		const rho = -0.9082322882448834;
		const half = 1.959963984540054 * Math.sqrt((1 + rho ** 2 / 2) / 9);
		const { interval } = spearman({ x: minutes, y: scores });
		expect(interval?.lower).toBeCloseTo(Math.tanh(Math.atanh(rho) - half), 10);
		expect(interval?.upper).toBeCloseTo(Math.tanh(Math.atanh(rho) + half), 10);
		const tau = -0.8258948315174716;
		const kendall = kendallTauB({ x: minutes, y: scores }).interval;
		const kendallHalf = 1.959963984540054 * Math.sqrt(0.437 / 8);
		expect(kendall?.upper).toBeCloseTo(Math.tanh(Math.atanh(tau) + kendallHalf), 10);
	});
});

describe('all three correlations', () => {
	const all = (pairs: Parameters<typeof pearson>[0]) => [
		pearson(pairs).r,
		spearman(pairs).rho,
		kendallTauB(pairs).tau
	];

	it('are the same for counted cells as for the rows written out', () => {
		const cells = { x: [3, 1, 7, 3, 3], y: [2, 5, 1, 4, 2], n: [2, 4, 3, 1, 5] };
		const rows = { x: [] as number[], y: [] as number[] };
		cells.n.forEach((count, i) => {
			for (let k = 0; k < count; k++) {
				rows.x.push(cells.x[i] ?? NaN);
				rows.y.push(cells.y[i] ?? NaN);
			}
		});
		const fromCells = [pearson(cells), spearman(cells), kendallTauB(cells)];
		const fromRows = [pearson(rows), spearman(rows), kendallTauB(rows)];
		expect(fromCells).toEqual(fromRows);
	});

	it('can share one table of the pairs', () => {
		const pairs = { x: minutes, y: scores };
		const table = pairTable(pairs);
		expect([pearson(table), spearman(table), kendallTauB(table)]).toEqual([
			pearson(pairs),
			spearman(pairs),
			kendallTauB(pairs)
		]);
	});

	it('are null for a constant variable, for one case and for none', () => {
		expect(all({ x: [1, 2, 3], y: [4, 4, 4] })).toEqual([null, null, null]);
		expect(all({ x: [1], y: [2] })).toEqual([null, null, null]);
		expect(all({ x: [], y: [] })).toEqual([null, null, null]);
		expect(all({ x: [1, 1, 2], y: [1, 2, 2], n: [1, 1, 0] })).toEqual([null, null, null]);
	});

	it('have no p-value from two cases and no interval of a perfect order', () => {
		expect(spearman({ x: [1, 2], y: [1, 2] })).toMatchObject({ rho: 1, pValue: null });
		expect(kendallTauB({ x: [1, 2], y: [1, 2] })).toMatchObject({ tau: 1, pValue: null });
		const x = [1, 2, 3, 4, 5, 6];
		expect(kendallTauB({ x, y: x })).toMatchObject({ tau: 1, interval: null });
		expect(spearman({ x, y: x.toReversed() })).toMatchObject({
			rho: -1,
			pValue: 0,
			interval: null
		});
	});

	it('refuse missing values: leaving them out is the question’s decision', () => {
		expect(() => spearman({ x: [1, NaN, 3], y: [1, 2, 3] })).toThrow(RangeError);
		expect(() => kendallTauB({ x: [1, 2], y: [1, 2, 3] })).toThrow(RangeError);
		expect(() => pearson({ x: [1], y: [2], n: [-1] })).toThrow(RangeError);
	});

	it('take a million heavily tied rows in seconds and agree with their cells', () => {
		const random = seeded(20250101);
		const length = 1_000_000;
		const x = Float64Array.from({ length }, () => Math.floor(random() ** 3 * 3000));
		const y = x.map((value) => 1 + Math.floor(5 * random() ** (1 + value / 3000)));
		const started = performance.now();
		const rho = spearman({ x, y }).rho;
		const tau = kendallTauB({ x, y }).tau;
		expect(performance.now() - started).toBeLessThan(30_000);
		const counts = new Map<number, number>();
		x.forEach((value, i) => {
			const key = value * 10 + (y[i] ?? 0);
			counts.set(key, (counts.get(key) ?? 0) + 1);
		});
		const keys = [...counts.keys()];
		const cells = {
			x: keys.map((key) => Math.floor(key / 10)),
			y: keys.map((key) => key % 10),
			n: [...counts.values()]
		};
		expect(spearman(cells).rho).toBe(rho);
		expect(kendallTauB(cells).tau).toBe(tau);
	});
});

describe('Kendall’s τ-b', () => {
	it('equals the count of all pairs, one by one, on random tied data', () => {
		const random = seeded(7);
		for (let round = 0; round < 50; round++) {
			const x = Array.from({ length: 25 }, () => Math.floor(random() * 6));
			const y = Array.from({ length: 25 }, () => Math.floor(random() * 4));
			expect(kendallTauB({ x, y }).tau).toBeCloseTo(tauByPairs(x, y), 12);
		}
	});
});

function tauByPairs(x: readonly number[], y: readonly number[]): number {
	let [score, xUntied, yUntied] = [0, 0, 0];
	for (let i = 0; i < x.length; i++)
		for (let j = 0; j < i; j++) {
			const dx = Math.sign((x[i] ?? 0) - (x[j] ?? 0));
			const dy = Math.sign((y[i] ?? 0) - (y[j] ?? 0));
			score += dx * dy;
			xUntied += dx * dx;
			yUntied += dy * dy;
		}
	return score / Math.sqrt(xUntied * yUntied);
}
