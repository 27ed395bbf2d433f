import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import { scoreRanks, type ScoreRanks } from '#lib/statistics/testing/score-ranks.ts';
import { fewestCases } from './association-strength.ts';

/** Cases of a group with one score, as `queries/satisfaction/score_counts.sql` counts them. */
export interface GroupScore {
	readonly stratum: string | null;
	/** 1–5. */
	readonly score: number;
	readonly cases: number;
}

/** A group against all others of the selection. */
export interface GroupComparison extends ScoreRanks {
	/** Null is the blank group. */
	readonly key: string | null;
	readonly n: number;
	readonly mean: number;
	/** After Benjamini–Hochberg over all groups compared. */
	readonly adjusted: number;
	/** Whether it tends to score higher or lower than the others, at a false discovery rate of 5 %. */
	readonly verdict: 'higher' | 'lower' | 'none';
}

const scale = [1, 2, 3, 4, 5];

/**
 * Every group with enough ratings against the rest, in ranks: scores are an order, so no distance between
 * them is taken for granted. Highest first. Empty where there are not two to compare.
 */
export function groupComparisons(rows: readonly GroupScore[]): GroupComparison[] {
	const all = countsOf(rows);
	const groups = [...Map.groupBy(rows, ({ stratum }) => stratum)].map(([key, own]) => {
		const counts = countsOf(own);
		const rest = all.map((count, at) => count - counts[at]!);
		return { key, counts, rest, n: total(counts) };
	});
	const enough = groups.filter(({ n, rest }) => n >= fewestCases && total(rest) >= fewestCases);
	const ranks = enough.map(({ counts, rest }) => scoreRanks(counts, rest, scale));
	const { adjusted, rejected } = benjaminiHochberg(
		ranks.map(({ pValue }) => pValue ?? 1),
		0.05
	);
	return enough
		.map(({ key, counts, n }, at): GroupComparison => {
			const found = ranks[at]!;
			const higher = (found.superiority ?? 0.5) > 0.5;
			return {
				...found,
				key,
				n,
				mean: counts.reduce((sum, count, place) => sum + count * scale[place]!, 0) / n,
				adjusted: adjusted[at]!,
				verdict: rejected[at] ? (higher ? 'higher' : 'lower') : 'none'
			};
		})
		.sort((a, b) => (b.superiority ?? 0.5) - (a.superiority ?? 0.5));
}

function countsOf(rows: readonly GroupScore[]): number[] {
	return scale.map((score) =>
		rows.reduce((sum, row) => sum + (row.score === score ? row.cases : 0), 0)
	);
}

function total(counts: readonly number[]): number {
	return counts.reduce((sum, count) => sum + count, 0);
}
