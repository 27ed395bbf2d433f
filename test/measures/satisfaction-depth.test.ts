import { describe, expect, it } from 'vitest';
import { weightedSatisfaction } from '#lib/measures/response-weights.ts';
import { sideFacts, weakestSide } from '#lib/measures/satisfaction-sides.ts';
import { groupComparisons } from '#lib/measures/score-groups.ts';
import { allGroups, scoreThreshold, thresholdsWithin } from '#lib/measures/score-threshold.ts';
import { netPromoterOfCounts } from '#lib/statistics/satisfaction/net-promoter.ts';
import { seeded } from '../statistics/seeded.ts';

describe('sides of satisfaction', () => {
	const count = (side: string, overall: number | null, score: number, cases: number) => ({
		side,
		overall,
		score,
		cases
	});

	it('gives each side its mean, share, and rank correlation with the whole', () => {
		// 8 and 2 of 4 and 5 among 10; overall as the side in all: ρ = 1.
		const [solution] = sideFacts([count('solution', 5, 5, 8), count('solution', 2, 2, 2)]);
		expect(solution).toMatchObject({ side: 'solution', n: 10, satisfied: 8 });
		expect(solution?.mean.value).toBeCloseTo(4.4, 12);
		// Wilson (1927) 8 of 10: 0.4901625 to 0.9433178, as R prop.test(8, 10, correct = FALSE) prints.
		expect(solution?.share.interval?.lower).toBeCloseTo(0.4901625, 6);
		expect(solution?.share.interval?.upper).toBeCloseTo(0.9433178, 6);
		expect(solution?.withOverall.value).toBeCloseTo(1, 12);
	});

	it('correlates only cases that scored both, but counts all that scored the side', () => {
		const [side] = sideFacts([
			count('openness', 5, 4, 10),
			count('openness', 1, 2, 10),
			count('openness', null, 1, 5)
		]);
		expect([side?.n, side?.withOverall.n]).toEqual([25, 20]);
	});

	it('calls a side weakest only where it can be told from the next', () => {
		const facts = sideFacts([
			...[count('timeliness', 4, 5, 60), count('timeliness', 4, 2, 40)],
			...[count('solution', 4, 5, 85), count('solution', 4, 2, 15)],
			...[count('openness', 4, 5, 62), count('openness', 4, 2, 38)]
		]);
		const close = weakestSide(facts);
		expect([close?.weakest.side, close?.next.side, close?.apart]).toEqual([
			'timeliness',
			'openness',
			false
		]);
		const clear = weakestSide(facts.filter(({ side }) => side !== 'openness'));
		expect([clear?.weakest.side, clear?.apart]).toEqual(['timeliness', true]);
		expect(clear?.difference.value).toBeCloseTo(-0.25, 12);
	});
});

// By hand: 60 promoters, 15 passives, 25 detractors: NPS 35; √((0.6 + 0.25 − 0.35²)/100) = 0.085294.
it('gives the net promoter score with its standard error', () => {
	const found = netPromoterOfCounts({ promoters: 60, passives: 15, detractors: 25 });
	expect(found.nps).toBeCloseTo(35, 12);
	expect(found.standardError).toBeCloseTo(8.529361, 5);
	expect(found.upper).toBeCloseTo(35 + 1.959964 * 8.529361, 4);
});

describe('where satisfaction falls', () => {
	const edges = [0, 5, 10, 15, 30, 60, 90, 120, 180, 240, 360, 480, 720, 1440, 2880];
	const drawn = (random: () => number, share: (minutes: number) => number, cases = 150) =>
		edges.map((from, at) => {
			const mean = (from + (edges[at + 1] ?? 2 * from)) / 2;
			const satisfied = Array.from({ length: cases }, random).filter((u) => u < share(mean)).length;
			return { from_minutes: from, rated: cases, satisfied, minutes_mean: mean };
		});
	const sudden = (minutes: number) => (minutes < 120 ? 0.85 : 0.65);
	const gradual = (minutes: number) => 0.92 - 0.1 * Math.log10(minutes);

	it('finds a planted point and says that it is sudden', () => {
		const random = seeded(3);
		const found = Array.from({ length: 100 }, () => scoreThreshold(drawn(random, sudden)));
		const right = found.filter((each) => each?.verdict === 'sudden' && each.cutMinutes === 120);
		expect(right.length).toBeGreaterThanOrEqual(80);
		const held = found.filter((each) => each && each.set.from <= 120 && each.set.to >= 120);
		expect(held.length).toBeGreaterThanOrEqual(95);
	});

	it('calls a gradual fall gradual', () => {
		const random = seeded(4);
		const found = Array.from(
			{ length: 100 },
			() => scoreThreshold(drawn(random, gradual))?.verdict
		);
		expect(found.filter((verdict) => verdict === 'sudden').length).toBeLessThanOrEqual(5);
		expect(found.filter((verdict) => verdict === 'gradual').length).toBeGreaterThanOrEqual(90);
	});

	it('finds nothing where there is nothing, in all but 5 of 100', () => {
		const random = seeded(5);
		const found = Array.from({ length: 200 }, () => scoreThreshold(drawn(random, () => 0.75)));
		expect(found.filter((each) => each?.verdict !== 'none').length).toBeLessThanOrEqual(10);
	});

	it('keeps each group apart, and has no cut with too few ratings', () => {
		const random = seeded(6);
		const rows = [
			...drawn(random, sudden).map((step) => ({ ...step, stratum: 'a' })),
			...drawn(random, () => 0.5, 100).map((step) => ({ ...step, stratum: 'b' })),
			...drawn(random, sudden, 2).map((step) => ({ ...step, stratum: 'small' }))
		];
		const found = thresholdsWithin(rows);
		expect(found.map(({ key, verdict }) => [key, verdict])).toEqual([
			['a', 'sudden'],
			['b', 'none']
		]);
		expect(found[0]?.adjusted).toBeGreaterThanOrEqual(found[0]?.pValue ?? 1);
		expect(allGroups(rows)).toHaveLength(edges.length);
		expect(allGroups(rows)[0]?.rated).toBe(252);
	});
});

describe('weights against non-response', () => {
	it('finds the share of all where who rates hangs on the cell alone', () => {
		// 1,000 cases each; the content cell answers 80 %, the other 20 %: of all, (0.9 + 0.5)/2 are satisfied.
		const found = weightedSatisfaction([
			{ cases: 1000, rated: 800, satisfied: 720 },
			{ cases: 1000, rated: 200, satisfied: 100 }
		]);
		expect(found?.share).toBeCloseTo(0.7, 12);
		// Kish: (800·1.25 + 200·5)² ÷ (800·1.25² + 200·5²) = 4,000,000 ÷ 6,250.
		expect(found?.effective).toBeCloseTo(640, 9);
		expect(found).toMatchObject({ rated: 1000, trimmed: 0, unheard: 0, cells: 2 });
	});

	it('cuts extreme weights and says for whom no weight speaks', () => {
		const found = weightedSatisfaction([
			{ cases: 1000, rated: 500, satisfied: 400 },
			{ cases: 1000, rated: 10, satisfied: 0 },
			{ cases: 40, rated: 0, satisfied: 0 }
		]);
		expect(found).toMatchObject({ trimmed: 10, unheard: 40 });
		// Overall 510 of 2,040 rated, 25 %: no cell counts as below 5 %, so ten ratings weigh 20 each.
		expect(found?.share).toBeCloseTo(800 / 1200, 12);
		expect(weightedSatisfaction([{ cases: 9, rated: 0, satisfied: 0 }])).toBeNull();
	});
});

describe('groups in ranks', () => {
	const scores = (stratum: string | null, counts: readonly number[]) =>
		counts.map((cases, at) => ({ stratum, score: at + 1, cases }));

	it('compares each with the rest, highest first, and leaves small ones out', () => {
		const found = groupComparisons([
			...scores('good', [2, 3, 10, 30, 55]),
			...scores('bad', [40, 30, 15, 10, 5]),
			...scores(null, [12, 13, 12, 20, 23]),
			...scores('small', [0, 0, 0, 0, 9])
		]);
		expect(found.map(({ key, verdict }) => [key, verdict])).toEqual([
			['good', 'higher'],
			[null, 'none'],
			['bad', 'lower']
		]);
		expect(found.at(-1)?.hodgesLehmann).toBe(-2);
	});

	it('finds a difference between like groups in at most 5 of 100 logs', () => {
		const random = seeded(9);
		const alike = () => {
			const counts = [0, 0, 0, 0, 0];
			for (let i = 0; i < 120; i++) counts[Math.min(4, Math.floor(6 * random()))]!++;
			return counts;
		};
		const alarms = Array.from({ length: 200 }, () =>
			groupComparisons(['a', 'b', 'c', 'd', 'e'].flatMap((name) => scores(name, alike())))
		).filter((found) => found.some(({ verdict }) => verdict !== 'none'));
		expect(alarms.length).toBeLessThanOrEqual(14);
	});
});
