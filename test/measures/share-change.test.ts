import { describe, expect, it } from 'vitest';
import { shareChanges } from '#lib/measures/share-change.ts';
import { proportionDifference } from '#lib/statistics/proportion/difference.ts';

const group = (cases: number, cases_before: number) => ({
	cases,
	cases_before,
	total: 1000,
	total_before: 1000
});

describe('changes of shares over a list', () => {
	it('finds what moved by more than chance, and the direction', () => {
		const verdicts = shareChanges([group(300, 200), group(100, 180), group(150, 152)]).map(
			({ verdict }) => verdict
		);
		expect(verdicts).toEqual(['up', 'down', 'within_chance']);
	});

	it('gives no verdict on a handful of cases', () => {
		expect(shareChanges([group(8, 1)])[0]?.verdict).toBe('too_few');
	});

	it('says nothing where one of the periods is empty', () => {
		const [change] = shareChanges([{ cases: 12, cases_before: 0, total: 40, total_before: 0 }]);
		expect(change).toEqual({ difference: null, interval: null, verdict: 'too_few' });
	});

	it('widens its intervals with the length of the list when little was found', () => {
		const quiet = Array.from({ length: 20 }, () => group(100, 101));
		const [change] = shareChanges(quiet);
		const table = { x1: 100, n1: 1000, x2: 101, n2: 1000 };
		const [lower] = proportionDifference(table, 1 - 0.05 / 20).intervals.newcombe ?? [0];
		expect(change?.interval?.lower).toBeCloseTo(lower, 12);
	});

	it('errs in at most one list of twenty when nothing changed', () => {
		// Seeded: binomial draws of 30 groups, both periods from the same shares, 400 lists.
		let state = 20251118;
		const random = () => {
			state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
			return state / 2 ** 32;
		};
		const draw = (n: number, p: number) => {
			let hits = 0;
			for (let each = 0; each < n; each++) if (random() < p) hits++;
			return hits;
		};
		let listsWithError = 0;
		const lists = 400;
		for (let list = 0; list < lists; list++) {
			const groups = Array.from({ length: 30 }, (_, index) => {
				const p = 0.02 + 0.002 * index;
				return group(draw(1000, p), draw(1000, p));
			});
			if (shareChanges(groups).some(({ verdict }) => verdict === 'up' || verdict === 'down'))
				listsWithError++;
		}
		// Benjamini–Hochberg holds 5 % of lists where nothing changed; three standard errors more.
		expect(listsWithError / lists).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / lists));
	}, 120_000);
});
