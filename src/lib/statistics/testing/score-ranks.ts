import { twoSidedNormalPValue, twoSidedNormalQuantile } from '../distributions/normal.ts';
import { twoSidedTQuantile } from '../distributions/student-t.ts';
import type { Interval } from '../interval.ts';

/** Cases of each score of one ordered scale; position is the score's place on it. */
export type CountsByScore = readonly number[];

export interface ScoreRanks {
	/** Pairs in which a scores higher, plus half the ties. */
	readonly u: number;
	/** Mann–Whitney, normal with the variance of ties and continuity correction ½. */
	readonly pValue: number | null;
	/** Median of all differences a − b, in steps of the scale. */
	readonly hodgesLehmann: number | null;
	readonly shift: Interval | null;
	/** P(a > b) + ½P(a = b): one of a against one of b, drawn by chance; 0.5 where neither tends higher. */
	readonly superiority: number | null;
	readonly superiorityInterval: Interval | null;
}

/**
 * Two groups on an ordered scale, from counts by score: exact sums over the scale's few values, so a
 * million cases cost what five scores cost. Null where it is not defined (an empty group, no spread).
 * @param values of the scale, one a position of the counts, ascending
 * Sources: Mann & Whitney (1947); Hodges–Lehmann with the normal interval of Hollander, Wolfe & Chicken
 * (2014), § 4.3; interval of P(a > b) + ½P(a = b) by Brunner & Munzel (2000), Biometrical Journal 42:17.
 */
export function scoreRanks(
	a: CountsByScore,
	b: CountsByScore,
	values: readonly number[],
	confidence = 0.95
): ScoreRanks {
	const [m, n] = [total(a), total(b)];
	const pairs = m * n;
	const over = placements(b);
	const under = placements(a);
	const u = a.reduce((sum, count, at) => sum + count * over[at]!, 0);
	const variance = tiedVariance(a, b);
	const distance = Math.max(0, Math.abs(u - pairs / 2) - 0.5);
	const differences = orderedDifferences(a, b, values);
	// The rank of the bound, counted from either end of the ordered differences.
	const reach = Math.floor(pairs / 2 - twoSidedNormalQuantile(confidence) * Math.sqrt(variance));
	const superiority = pairs > 0 ? u / pairs : null;
	return {
		u,
		pValue: variance > 0 ? twoSidedNormalPValue(distance / Math.sqrt(variance)) : null,
		hodgesLehmann:
			pairs > 0
				? (atRank(differences, Math.ceil(pairs / 2)) +
						atRank(differences, Math.floor(pairs / 2) + 1)) /
					2
				: null,
		shift:
			variance > 0
				? {
						lower: atRank(differences, Math.max(1, reach)),
						upper: atRank(differences, pairs + 1 - Math.max(1, reach))
					}
				: null,
		superiority,
		superiorityInterval:
			superiority === null
				? null
				: brunnerMunzel(
						superiority,
						spread(a, over, n, superiority),
						spread(b, under, m, 1 - superiority),
						confidence
					)
	};
}

/** How many of a group score lower than each score, ties by half. */
function placements(counts: CountsByScore): number[] {
	let below = 0;
	return counts.map((count) => {
		const placed = below + count / 2;
		below += count;
		return placed;
	});
}

/** Variance of the mean placement of a group among the other's `others` cases, and its cases. */
function spread(counts: CountsByScore, placed: readonly number[], others: number, mean: number) {
	const cases = total(counts);
	const squares = counts.reduce(
		(sum, count, at) => sum + count * (placed[at]! / others - mean) ** 2,
		0
	);
	return { cases, variance: squares / (cases - 1) / cases };
}

type Spread = ReturnType<typeof spread>;

function brunnerMunzel(middle: number, a: Spread, b: Spread, confidence: number): Interval | null {
	const variance = a.variance + b.variance;
	if (!(variance > 0)) return null;
	const df = variance ** 2 / (a.variance ** 2 / (a.cases - 1) + b.variance ** 2 / (b.cases - 1));
	const margin = twoSidedTQuantile(confidence, df) * Math.sqrt(variance);
	return { lower: Math.max(0, middle - margin), upper: Math.min(1, middle + margin) };
}

function tiedVariance(a: CountsByScore, b: CountsByScore): number {
	const [m, n] = [total(a), total(b)];
	const both = m + n;
	if (m === 0 || n === 0) return 0;
	const ties = a.reduce((sum, count, at) => {
		const tied = count + b[at]!;
		return sum + tied ** 3 - tied;
	}, 0);
	return ((m * n) / 12) * (both + 1 - ties / (both * (both - 1)));
}

/** The distinct differences a − b, ascending, with the pairs that have them. */
function orderedDifferences(a: CountsByScore, b: CountsByScore, values: readonly number[]) {
	const pairsOf = new Map<number, number>();
	a.forEach((countA, i) =>
		b.forEach((countB, j) => {
			const difference = values[i]! - values[j]!;
			pairsOf.set(difference, (pairsOf.get(difference) ?? 0) + countA * countB);
		})
	);
	return [...pairsOf].filter(([, pairs]) => pairs > 0).sort(([x], [y]) => x - y);
}

function atRank(differences: readonly (readonly [number, number])[], rank: number): number {
	let passed = 0;
	for (const [difference, pairs] of differences) {
		passed += pairs;
		if (passed >= rank) return difference;
	}
	return differences.at(-1)?.[0] ?? Number.NaN;
}

function total(counts: CountsByScore): number {
	return counts.reduce((sum, count) => sum + count, 0);
}
