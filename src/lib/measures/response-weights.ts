import { weightedShare } from '#lib/statistics/proportion/weighted-share.ts';
import type { Interval } from '#lib/statistics/interval.ts';

/** Cases of one channel, category and band, as `queries/satisfaction/response_cells.sql` counts them. */
export interface ResponseCell {
	readonly cases: number;
	readonly rated: number;
	readonly satisfied: number;
}

export interface WeightedSatisfaction {
	/** Satisfied share, 0–1, with each rating weighted by one over its cell's share of rated cases. */
	readonly share: number;
	readonly interval: Interval;
	/** Ratings of equal weight that would tell as much. */
	readonly effective: number;
	readonly rated: number;
	/** Ratings whose weight was cut. */
	readonly trimmed: number;
	/** Cases in cells nobody rated: no weight can speak for them. */
	readonly unheard: number;
	readonly cells: number;
}

/** No rating counts as if its cell had answered less often than this part of the overall rate. */
const leastRelativeRate = 0.2;

/**
 * The satisfied share weighted against non-response (inverse probability of having rated, within cells).
 * It mends what channel, category and waiting time explain of who rated, nothing else. Null when nobody
 * rated.
 * Source: Little & Rubin (2019), Statistical Analysis with Missing Data, § 3.3; trimming: Potter (1990).
 */
export function weightedSatisfaction(cells: readonly ResponseCell[]): WeightedSatisfaction | null {
	const cases = cells.reduce((sum, cell) => sum + cell.cases, 0);
	const rated = cells.reduce((sum, cell) => sum + cell.rated, 0);
	const heard = cells.filter((cell) => cell.rated > 0);
	const floor = leastRelativeRate * (rated / cases);
	const found = weightedShare(
		heard.map((cell) => ({
			answers: cell.rated,
			yes: cell.satisfied,
			weight: 1 / Math.max(cell.rated / cell.cases, floor)
		}))
	);
	if (!found) return null;
	return {
		...found,
		rated,
		trimmed: heard
			.filter((cell) => cell.rated / cell.cases < floor)
			.reduce((sum, cell) => sum + cell.rated, 0),
		unheard: cells.filter((cell) => cell.rated === 0).reduce((sum, cell) => sum + cell.cases, 0),
		cells: heard.length
	};
}
