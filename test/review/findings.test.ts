import { describe, expect, it } from 'vitest';
import { hypotheses, type Hypothesis } from '#lib/review/hypotheses.ts';
import { reducedShares } from '#lib/review/reduce-shares.ts';
import { seasonOf } from '#lib/review/season-of.ts';
import { seasonColumns, type ReviewSeries } from '#lib/review/series.ts';
import { judgedTogether, toldTogether } from '#lib/review/together.ts';
import { twoSidedTPValue } from '#lib/statistics/distributions/student-t.ts';
import { monthsFrom2023, rateOf, sharesOf } from './month-log.ts';

const months = monthsFrom2023(16);
const columns = seasonColumns(months);
const last = 15;
/** 100 a month, a few more and a few less by turns. */
const steady = (level: number, at?: number, there = 0): readonly number[] =>
	months.map((_, month) => (month === at ? there : level + [0, 4, -3, 2, -4][month % 5]!));

const nameOf = ({ series: { scope } }: Hypothesis) => scope?.value;

const judgeAt = (series: readonly ReviewSeries[], place = last): readonly Hypothesis[] =>
	hypotheses(series, months, columns, place);

describe('a month held against the months before it', () => {
	it('is as usual where nothing changed, and far off where half the cases stayed away', () => {
		const [usual, halved] = judgeAt(
			sharesOf(1000, { usual: steady(100), halved: steady(100, last, 50) })
		);
		expect(usual!.pValue).toBeGreaterThan(0.2);
		expect(halved!.score).toBeLessThan(-4);
		expect(halved!.pValue).toBeLessThan(1e-4);
	});

	it('is judged by the months before alone: what comes later changes nothing', () => {
		const judged = (counts: readonly number[]) => judgeAt(sharesOf(1000, { one: counts }), 10)[0]!;
		const then = judged(steady(100));
		const now = judged(steady(100).map((count, at) => (at > 10 ? 300 : count)));
		expect(now.score).toBe(then.score);
		expect(now.pValue).toBe(then.pValue);
	});

	it('is not judged before six months are known, nor where the log knows a part of it', () => {
		expect(judgeAt(sharesOf(1000, { one: steady(100) }), 5)).toHaveLength(0);
		const partial = months.map((month, at) => ({ ...month, partial: at === last }));
		expect(hypotheses(sharesOf(1000, { one: steady(100) }), partial, columns, last)).toHaveLength(
			0
		);
	});

	it('is taken together with the month before where both lie off the same way, and neither far', () => {
		// Among 60 others that are as usual a month by itself must lie far off to be told.
		const others = Object.fromEntries(Array.from({ length: 60 }, (_, k) => [k, steady(100)]));
		const pair = (before: number, now: number): Hypothesis => {
			const one = steady(100).map((count, at) =>
				at === last ? now : at === last - 1 ? before : count
			);
			return judgeAt(sharesOf(10_000, { ...others, one })).at(-1)!;
		};
		const both = pair(72, 72);
		expect(both.places).toEqual([last - 1, last]);
		expect(both.ways).toBe(3);
		// √2 as far as one month, a little less for what the two share in what is not known of the usual.
		const alone = pair(100, 72);
		expect(alone.places).toEqual([last]);
		expect(both.score / alone.score).toBeGreaterThan(1.2);
		expect(both.score / alone.score).toBeLessThan(Math.SQRT2 + 0.1);
		expect(both.pValue).toBeLessThan(alone.pValue);
		// A month as usual after one gone wrong is no news, and one far off by itself needs no other.
		expect(pair(50, 98).places).toEqual([last]);
		expect(pair(50, 72).places).toEqual([last]);
		expect(pair(72, 40).places).toEqual([last]);
		expect(pair(130, 72).places).toEqual([last]);
	});

	it('pays for being judged in two ways, but only where there are two', () => {
		const [share] = judgeAt(sharesOf(1000, { one: steady(100, last, 90) }));
		const [rate] = judgeAt([rateOf(months, steady(1000, last, 900), 100_000)]);
		expect([share!.ways, rate!.ways]).toEqual([1.5, 1]);
		expect(share!.pValue).toBeCloseTo(1.5 * twoSidedTPValue(share!.score, share!.freedom), 12);
	});

	it('leaves months gone wrong out of what is usual', () => {
		const gone = steady(100).map((count, at) => (at >= 10 && at < 13 ? 400 : count));
		const [after] = judgeAt(sharesOf(1000, { gone }));
		expect(after!.usual.kept).not.toContain(11);
		expect(Math.abs(after!.score)).toBeLessThan(1);
	});

	it('takes a level that stayed for the usual one', () => {
		const lower = steady(100).map((count, at) => (at >= 8 ? count - 50 : count));
		const [now] = judgeAt(sharesOf(1000, { lower }));
		expect(now!.usual.steps).toEqual([8]);
		expect(Math.abs(now!.score)).toBeLessThan(1);
	});

	it('takes a festival never seen before for what may explain a month, which an ordinary one would not', () => {
		const [november, ordinary] = [10, 9].map((at) => {
			const [one] = judgeAt(sharesOf(1000, { one: steady(100, at, 180) }), at);
			return { one: one!, at };
		});
		expect(Math.abs(november!.one.score)).toBeLessThan(Math.abs(ordinary!.one.score));
		expect(seasonOf(november!.one, months, columns, 0.001)).toBe('double_eleven');
		expect(seasonOf(ordinary!.one, months, columns, 0.001)).toBeNull();
	});

	it('is explained by the time of year where the same month of last year was alike', () => {
		const yearly = steady(100).map((count, at) => (at === 3 || at === last ? 160 : count));
		const [one] = judgeAt(sharesOf(1000, { yearly }));
		expect(seasonOf(one!, months, columns, 0.01)).toBe('time_of_year');
	});
});

describe('what is told of a month', () => {
	it('weighs problems more than goods and places, by weights whose mean is 1', () => {
		const all = judgeAt([
			...sharesOf(1000, { one: steady(100) }),
			rateOf(months, steady(1000), 100_000)
		]);
		const { limitOf, rejected } = judgedTogether(all);
		expect(rejected).toHaveLength(0);
		// Weights 8 and 1, mean 4.5, two hypotheses: 0.05 × 8 / (4.5 × 2) and 0.05 × 1 / (4.5 × 2).
		expect(all.map((one) => limitOf(one))).toEqual([0.4 / 9, 0.05 / 9]);
		expect(limitOf(all[0]!, 2)).toBeCloseTo(0.8 / 9, 12);
	});

	it('takes a lower limit where fewer are told than were rejected', () => {
		const [hypothesis] = judgeAt(sharesOf(1000, { one: steady(100) }));
		const told = [0.001, 0.015, 0.04].map((pValue) => ({ hypothesis: hypothesis!, pValue }));
		const limit = (_: Hypothesis, count = 1): number => 0.01 * count;
		// Of three 0.04 is beyond 0.03; of the two left 0.015 is within 0.02.
		expect(toldTogether(told, limit).map(({ pValue }) => pValue)).toEqual([0.001, 0.015]);
	});

	it('tells one event once: what only moved with it is told with it', async () => {
		// 60 cases more, all of A, 50 of them of the product P.
		const total = months.map((_, at) => (at === last ? 1060 : 1000));
		const series = [
			...sharesOf(1000, { A: steady(100, last, 160), B: steady(300, last, 300) }).map((one) => ({
				...one,
				sizes: total
			})),
			...sharesOf(1000, { P: steady(40, last, 90) }).map((one) => ({
				...one,
				scope: { dimension: 'product', value: 'P' } as const,
				sizes: total
			}))
		];
		const all = judgeAt(series);
		const { rejected } = judgedTogether(all);
		expect(rejected.map(({ series: { scope } }) => scope?.value).sort()).toEqual(['A', 'P']);
		const toldAt = (limitOf: (one: Hypothesis) => number) =>
			reducedShares(rejected, limitOf, (scope) => {
				const counts = { A: series[0]!.amounts, P: series[2]!.amounts } as const;
				const other = scope.value === 'A' ? ('product' as const) : ('category' as const);
				const shared = months.map((_, at) => (at === last ? 54 : 4));
				return Promise.resolve({
					all: counts[scope.value as 'A' | 'P'].map(Number),
					values: [{ dimension: other, value: scope.value === 'A' ? 'P' : 'A', cases: shared }]
				});
			});
		const told = await toldAt(() => 0.01);
		expect(told).toHaveLength(1);
		expect(told[0]!.hypothesis.series.scope?.value).toBe('P');
		expect(told[0]!.alike.map(({ series: { scope } }) => scope?.value)).toEqual(['A']);
		expect(told[0]!.within).toEqual({ dimension: 'category', value: 'A', cases: 54 });
		// What chance may explain at its own limit takes no other with it.
		const without = await toldAt((one) => (nameOf(one) === 'P' ? 0 : 0.01));
		expect(without.map(({ hypothesis }) => nameOf(hypothesis))).toEqual(['A']);
	});

	it('takes what else is told into account before it says that something only moved with it', async () => {
		const counts = {
			A: steady(100, last, 180),
			B: steady(200, last, 120),
			C: steady(100, last, 118)
		};
		const all = judgeAt(sharesOf(1000, counts));
		const toldAt = async (limit: (told: number) => number) => {
			const told = await reducedShares(
				all,
				(_, count) => limit(count),
				({ value }) => Promise.resolve({ all: counts[value as 'A' | 'B' | 'C'], values: [] })
			);
			return told.map(({ hypothesis, alike }) => [hypothesis, ...alike].map(nameOf));
		};
		// C is beyond chance where three are told, not where it would be the only one.
		const [, , c] = all.map(({ pValue }) => pValue);
		expect(await toldAt((count) => (c! * count) / 2)).toEqual([['A'], ['B'], ['C']]);
		expect(await toldAt(() => c! / 2)).toEqual([['A'], ['B', 'C']]);
	});
});
