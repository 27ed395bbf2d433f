import type { Concordance, StratumMedian, WaitsOfScore } from '#lib/measures/association.ts';
import { quantileType7 } from '#lib/statistics/quantile.ts';
import { tieSums } from '#lib/statistics/association/kendall.ts';

/** Pairs of a wait and a score with their cases, as tests write them down. */
export interface Cells {
	readonly minutes: readonly number[];
	readonly scores: readonly number[];
	readonly cases: readonly number[];
}

interface Row {
	readonly minutes: number;
	readonly score: number;
	readonly stratum: string | null;
}

function rowsOf({ minutes, scores, cases }: Cells, strata: readonly (string | null)[]): Row[] {
	return cases.flatMap((n, at) =>
		Array.from({ length: n }, () => ({
			minutes: minutes[at]!,
			score: scores[at]!,
			stratum: strata[at] ?? null
		}))
	);
}

/** What `queries/satisfaction/ranks.sql` answers, worked out row by row. */
export function waitsOf(cells: Cells, strata: readonly (string | null)[] = []) {
	const rows = rowsOf(cells, strata);
	return [...Map.groupBy(rows, ({ stratum }) => stratum)].flatMap(([stratum, own]) =>
		[...Map.groupBy(own, ({ score }) => score)].map(
			([score, scored]): WaitsOfScore & { stratum: string | null } => {
				const waits = scored.map(({ minutes }) => minutes);
				const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
				const ranks = waits.map((wait) => {
					const shorter = own.filter(({ minutes }) => minutes < wait).length;
					const equal = own.filter(({ minutes }) => minutes === wait).length;
					return shorter + (equal + 1) / 2;
				});
				return {
					stratum,
					score,
					cases: waits.length,
					minutes_least: Math.min(...waits),
					minutes_most: Math.max(...waits),
					minutes_median: quantileType7(waits, [0.5])[0]!,
					minutes_mean: mean,
					minutes_squares: waits.reduce((sum, wait) => sum + (wait - mean) ** 2, 0),
					rank_sum: ranks.reduce((sum, rank) => sum + rank, 0),
					rank_square_sum: ranks.reduce((sum, rank) => sum + rank * rank, 0)
				};
			}
		)
	);
}

/** What `queries/satisfaction/concordance.sql` answers, every pair of cases looked at. */
export function concordanceOf(cells: Cells): Concordance {
	const rows = rowsOf(cells, []);
	let concordance = 0;
	rows.forEach((a, at) => {
		for (const b of rows.slice(at + 1))
			concordance += Math.sign(a.minutes - b.minutes) * Math.sign(a.score - b.score);
	});
	const ties = tieSums(
		[...Map.groupBy(rows, ({ minutes }) => minutes).values()].map(({ length }) => length)
	);
	return {
		concordance,
		tied_pairs: ties.pairs,
		tied_linear: ties.linear,
		tied_triples: ties.triples
	};
}

/** What `queries/satisfaction/medians.sql` answers. */
export function mediansOf(cells: Cells, strata: readonly (string | null)[]): StratumMedian[] {
	return [...Map.groupBy(rowsOf(cells, strata), ({ stratum }) => stratum)].map(
		([stratum, own]) => ({
			stratum,
			minutes_median: quantileType7(
				own.map(({ minutes }) => minutes),
				[0.5]
			)[0]!
		})
	);
}
