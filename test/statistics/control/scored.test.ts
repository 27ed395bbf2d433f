import { describe, expect, it } from 'vitest';
import { autocorrelation } from '#lib/statistics/control/autocorrelation.ts';
import { laneyPChart, laneyUChart } from '#lib/statistics/control/laney.ts';
import { dispersionTest, overdispersionTest } from '#lib/statistics/control/overdispersion.ts';
import { gChart } from '#lib/statistics/control/rare-events.ts';
import { scoredRates, scoredShares } from '#lib/statistics/control/scored.ts';
import { skewAdjustedPChart, skewAdjustedUChart } from '#lib/statistics/control/skew-adjusted.ts';

const counts = [52, 61, 38, 70, 45, 66, 58, 41, 73, 49, 55, 62];
const denominators = [100, 110, 95, 105, 98, 112, 101, 99, 120, 97, 103, 108];

describe('scored charts', () => {
	it('have the limits of u′ and p′, with a score of 3 at each', () => {
		const laney = laneyUChart({ counts, denominators });
		const scored = scoredRates({ counts, denominators }, { overdispersed: true });
		expect(scored.upper).toEqual(laney.upper);
		expect(scored.sigma).toEqual([laney.sigmaZ]);
		const half = (laney.upper[0]! - laney.center[0]!) / 3;
		expect(scored.scores[0]).toBeCloseTo((0.52 - laney.center[0]!) / half, 10);
		const shares = laneyPChart({ counts, denominators });
		expect(scoredShares({ counts, denominators }, { overdispersed: true }).lower).toEqual(
			shares.lower
		);
	});

	it('allow for skewness: the upper limit lies farther from the centre than the lower', () => {
		const series = { counts: counts.map((count) => Math.round(count ** 1.4 / 5)), denominators };
		const { center, lower, upper, scores, outside } = skewAdjustedUChart(series);
		expect(upper[0]! - center[0]!).toBeGreaterThan(center[0]! - lower[0]!);
		// A point is outside exactly where its score is beyond 3.
		const beyond = scores.flatMap((score, at) => (Math.abs(score ?? 0) > 3 ? [at + 1] : []));
		expect(outside).toEqual(beyond);
	});

	it('come close to u′ where counts are large and hardly scatter', () => {
		const large = counts.map((count) => 100_000 + count);
		const sizes = counts.map(() => 1_000);
		const laney = laneyUChart({ counts: large, denominators: sizes });
		const adjusted = skewAdjustedUChart({ counts: large, denominators: sizes });
		expect(adjusted.upper[0]! / laney.upper[0]!).toBeCloseTo(1, 6);
		expect(adjusted.center[0]! / laney.center[0]!).toBeCloseTo(1, 6);
	});

	it('allow for the skewness of shares: near 0 as for rates, near 1 mirrored, at 1/2 none', () => {
		const sizes = counts.map(() => 10_000);
		const rare = counts.map((count) => Math.round(count ** 2 / 100));
		const shares = skewAdjustedPChart({ counts: rare, denominators: sizes });
		const rates = skewAdjustedUChart({ counts: rare, denominators: sizes });
		// Of so small a share 1 − p is next to 1: the scale is that of counts.
		shares.scores.forEach((score, at) => expect(score).toBeCloseTo(rates.scores[at]!, 1));
		expect(shares.upper[0]! / rates.upper[0]!).toBeCloseTo(1, 1);
		const usual = sizes.map((size, at) => size - rare[at]!);
		const mirrored = skewAdjustedPChart({ counts: usual, denominators: sizes });
		mirrored.scores.forEach((score, at) => expect(score).toBeCloseTo(-shares.scores[at]!, 8));
		expect(mirrored.lower[0]!).toBeCloseTo(1 - shares.upper[0]!, 8);
		const half = counts.map((count, at) => 5_000 + (at % 2 === 0 ? count : -count));
		const balanced = skewAdjustedPChart({ counts: half, denominators: sizes });
		const laney = laneyPChart({ counts: half, denominators: sizes });
		expect(balanced.upper[0]!).toBeCloseTo(laney.upper[0]!, 3);
		expect(balanced.upper[0]! - balanced.center[0]!).toBeCloseTo(
			balanced.center[0]! - balanced.lower[0]!,
			4
		);
	});
});

it('tests scatter of equal sizes as the published test does', () => {
	const published = overdispersionTest(counts);
	const own = dispersionTest([{ counts, sizes: counts.map(() => 31) }], 'poisson');
	expect(own?.ratio).toBeCloseTo(published.ratio!, 12);
	expect(own?.pValue).toBeCloseTo(published.pValue!, 12);
});

it('does not take a step between stretches for scatter', () => {
	const high = counts.map((count) => count + 200);
	const sizes = counts.map(() => 100);
	const apart = dispersionTest(
		[
			{ counts, sizes },
			{ counts: high, sizes }
		],
		'poisson'
	);
	const together = dispersionTest(
		[{ counts: [...counts, ...high], sizes: [...sizes, ...sizes] }],
		'poisson'
	);
	expect(apart!.ratio).toBeLessThan(together!.ratio / 10);
});

describe('autocorrelation', () => {
	it('of 1 … 10 is Σ products over Σ squares', () => {
		// Deviations −4.5 … 4.5: squares sum to 82.5, products of neighbours to 57.75.
		const found = autocorrelation([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);
		expect(found?.lag1).toBeCloseTo(0.7, 12);
		// z = (0.7 + 0.1)/√(64/(100·9)) = 3.
		expect(found?.pValue).toBeCloseTo(0.002699796063260207, 12);
	});

	it('is taken within stretches, so that a step between them is none', () => {
		const stretch = [1, -1, 1, -1, 1, -1];
		const found = autocorrelation([stretch, stretch.map((value) => value + 50)]);
		expect(found?.lag1).toBeLessThan(0);
		expect(autocorrelation([[1, 2, 3]])).toBeNull();
	});

	it('of independent values in many short stretches shows no more often than promised', () => {
		let seed = 20251;
		const uniform = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
		const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, u) => sum + u, -6);
		const runs = 2_000;
		let shown = 0;
		for (let run = 0; run < runs; run++) {
			const stretches = Array.from({ length: 6 }, () => Array.from({ length: 6 }, normal));
			if (autocorrelation(stretches)!.pValue < 0.05) shown++;
		}
		// Against the mean of a single stretch, −1/36, it were one in seven.
		expect(shown / runs).toBeLessThan(0.06);
	});
});

it('gives a g chart the limits of the geometric distribution', () => {
	// Mean 3: √(3 · 4) = 3.4641, upper 3 + 10.3923.
	const { center, lower, upper, outside } = gChart([1, 2, 0, 3, 2, 1, 0, 15]);
	expect([center[0], lower[0]]).toEqual([3, 0]);
	expect(upper[0]).toBeCloseTo(13.3923048454, 9);
	expect(outside).toEqual([8]);
});
