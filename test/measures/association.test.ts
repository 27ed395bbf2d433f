import { describe, expect, it } from 'vitest';
import {
	association,
	associationVerdict,
	associationWithin,
	type Coefficient,
	type StratifiedAssociation
} from '#lib/measures/association.ts';
import { strength } from '#lib/measures/association-strength.ts';
import { concordanceOf, mediansOf, waitsOf, type Cells } from './counted-pairs.ts';

const associated = (cells: Cells) => association(waitsOf(cells), concordanceOf(cells));
const within = (cells: Cells, strata: readonly (string | null)[]) =>
	associationWithin(associated(cells).spearman, waitsOf(cells, strata), mediansOf(cells, strata));

describe('association of counted pairs', () => {
	// Rows (1, 5), (1, 4), (2, 4), (3, 1): mid-ranks x 1.5 1.5 3 4, y 4 2.5 2.5 1; centred on 2.5 the
	// products are −1.5, 0, 0, −2.25, the squares 4.5 each: ρ = −3.75 / 4.5. Of the five pairs that differ in
	// waiting time four are discordant and one (1, 4)–(2, 4) tied in score: τ-b = −4 / √(5 · 5).
	const cells = { minutes: [1, 1, 2, 3], scores: [5, 4, 4, 1], cases: [1, 1, 1, 1] };

	it('takes mid-ranks for ties', () => {
		expect(associated(cells).spearman.value).toBeCloseTo(-3.75 / 4.5, 12);
		expect(associated(cells).kendall.value).toBeCloseTo(-4 / 5, 12);
	});

	it('reads a count of cases as that many rows', () => {
		const rows = associated({
			minutes: [1, 1, 1, 2, 2, 3],
			scores: [5, 5, 4, 4, 4, 1],
			cases: [1, 1, 1, 1, 1, 1]
		});
		const counted = associated({
			minutes: [1, 1, 2, 3],
			scores: [5, 4, 4, 1],
			cases: [2, 1, 2, 1]
		});
		expect(counted).toEqual(rows);
		expect(counted.pearson.n).toBe(6);
	});

	it('is not defined where every score is the same', () => {
		const same = associated({ minutes: [1, 2], scores: [5, 5], cases: [20, 20] });
		expect(same.spearman.value).toBeNull();
		expect(associationVerdict(same.spearman, null)).toBe('none');
	});
});

describe('association within strata', () => {
	// Within both strata longer waits go with lower scores; the slower stratum scores higher throughout.
	const minutes = [1, 2, 3, 100, 200, 300];
	const scores = [3, 2, 1, 5, 4, 3];
	const cases = [20, 20, 20, 20, 20, 20];
	const strata = ['urgent', 'urgent', 'urgent', null, null, null];
	const cells = { minutes, scores, cases };

	it('finds the reversal of a mix, with median and mean of each stratum', () => {
		const found = within(cells, strata);
		expect(found.strata).toMatchObject([
			{ key: 'urgent', n: 60, medianMinutes: 2, meanScore: 2 },
			{ key: null, n: 60, medianMinutes: 200, meanScore: 4 }
		]);
		expect(found.within.value).toBeCloseTo(-1, 12);
		expect(found.withinCases).toBe(120);
	});

	it('warns only where both intervals exclude zero on opposite sides', () => {
		// Ties within waits keep ρ off −1, so that an interval is defined.
		const noisy = {
			minutes: [1, 1, 3, 3, 100, 100, 300, 300],
			scores: [3, 2, 2, 1, 5, 4, 4, 3],
			cases: [30, 10, 10, 30, 30, 10, 10, 30]
		};
		const groups = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'];
		const large = within(noisy, groups);
		expect(large.reversed).toBe(true);
		expect(associationVerdict(associated(noisy).spearman, large)).toBe('reversed');
		const few = { ...noisy, cases: [2, 1, 1, 2, 2, 1, 1, 2] };
		const small = within(few, groups);
		expect(small.within.value).toBeLessThan(0);
		expect(associated(few).spearman.value).toBeGreaterThan(0);
		expect(small.reversed).toBe(false);
		expect(associationVerdict(associated(few).spearman, small)).toBe('too_few');
	});
});

describe('the verdict', () => {
	const found = (lower: number, upper: number, n = 100): Coefficient => ({
		value: (lower + upper) / 2,
		pValue: null,
		interval: { lower, upper },
		n
	});
	const stratum = { key: 'a', rho: 0, interval: null, n: 50, medianMinutes: 1, meanScore: 3 };
	const split = (lower: number, upper: number): StratifiedAssociation => ({
		strata: [stratum, { ...stratum, key: 'b' }],
		within: { value: (lower + upper) / 2, interval: { lower, upper } },
		withinCases: 100,
		reversed: false
	});

	it.each([
		['lower', found(-0.4, -0.1), split(-0.4, -0.1)],
		['higher', found(0.1, 0.4), null],
		['none', found(-0.1, 0.1), split(-0.1, 0.1)],
		['masked', found(-0.1, 0.1), split(-0.4, -0.1)],
		['explained', found(-0.4, -0.1), split(-0.2, 0.1)],
		['too_few', found(-0.4, -0.1, 29), null]
	] as const)('is %s', (verdict, pooled, within) => {
		expect(associationVerdict(pooled, within)).toBe(verdict);
	});

	it('does not speak of strata where there is only one', () => {
		const one = { ...split(-0.2, 0.1), strata: [stratum] };
		expect(associationVerdict(found(-0.4, -0.1), one)).toBe('lower');
	});

	it('names sizes by their distance from zero', () => {
		expect([-0.05, 0.1, -0.29, 0.3, -0.7].map(strength)).toEqual([
			'negligible',
			'weak',
			'weak',
			'medium',
			'strong'
		]);
	});
});
