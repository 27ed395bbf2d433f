import { describe, expect, it } from 'vitest';
import { mannWhitney } from '#lib/statistics/testing/mann-whitney.ts';
import { scoreRanks } from '#lib/statistics/testing/score-ranks.ts';
import { seeded } from '../seeded.ts';

const scale = [1, 2, 3, 4, 5];
const counts = (scores: readonly number[], values = scale) =>
	values.map((value) => scores.filter((score) => score === value).length);

describe('scoreRanks', () => {
	// Pain scores of two treatments: Brunner & Munzel (2000); R lawstat::brunner.munzel.test prints
	// 0.788961, 95 % interval 0.5952169 to 0.9827052 for P(X < Y) + ½P(X = Y).
	it('gives the published probability and interval of Brunner and Munzel', () => {
		const x = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1];
		const y = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4];
		const { superiority, superiorityInterval } = scoreRanks(counts(y), counts(x), scale);
		expect(superiority).toBeCloseTo(0.788961, 6);
		expect(superiorityInterval?.lower).toBeCloseTo(0.5952169, 6);
		expect(superiorityInterval?.upper).toBeCloseTo(0.9827052, 6);
	});

	// Permeability of membranes: Hollander, Wolfe & Chicken (2014), example 4.1; R wilcox.test prints
	// W = 35, estimate 0.305 and, exact, the 9th to the 42nd of the 50 differences, −0.15 to 0.76. The
	// normal interval takes floor(25 − 1.96·√(50·16/12)) = 8: one difference more at either end.
	it('gives the published Hodges–Lehmann shift', () => {
		const x = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
		const y = [1.15, 0.88, 0.9, 0.74, 1.21];
		const values = [...x, ...y].sort((a, b) => a - b);
		const found = scoreRanks(counts(x, values), counts(y, values), values);
		expect(found.u).toBe(35);
		expect(found.hodgesLehmann).toBeCloseTo(0.305, 10);
		const differences = x.flatMap((each) => y.map((other) => each - other)).sort((p, q) => p - q);
		expect([differences[8], differences[41]].map((d) => d?.toFixed(2))).toEqual(['-0.15', '0.76']);
		expect(found.shift).toEqual({ lower: differences[7], upper: differences[42] });
	});

	it('says of counts what the test of single scores says', () => {
		const random = seeded(7);
		for (let run = 0; run < 20; run++) {
			const draw = (n: number, tilt: number) =>
				Array.from({ length: n }, () => 1 + Math.floor(5 * random() ** tilt));
			const [a, b] = [draw(30 + run, 1), draw(47, 0.7)];
			const rows = mannWhitney(a, b);
			const found = scoreRanks(counts(a), counts(b), scale);
			expect(found.u).toBe(rows.u);
			expect(found.pValue).toBeCloseTo(rows.pValue ?? NaN, 12);
			expect(found.hodgesLehmann).toBe(rows.hodgesLehmann);
		}
	});

	it('says nothing of an empty group, nor where all scores are equal', () => {
		expect(scoreRanks([0, 0], [1, 2], [1, 2])).toMatchObject({ pValue: null, superiority: null });
		expect(scoreRanks([0, 9], [0, 4], [1, 2])).toMatchObject({
			pValue: null,
			superiority: 0.5,
			superiorityInterval: null,
			hodgesLehmann: 0
		});
	});
});
