import { cusum } from '#lib/statistics/control/cusum.ts';
import type { JudgedSeries } from './control-series.ts';

/** Cumulative sums of a chart's scores, one entry a period; null where a period is not judged. */
export interface Drift {
	readonly above: readonly (number | null)[];
	readonly below: readonly (number | null)[];
	/** Places whose sum is beyond the decision limit, and where the sum that led there began to grow. */
	readonly signals: readonly {
		readonly at: number;
		readonly since: number;
		readonly side: -1 | 1;
	}[];
}

/** Allowance and decision limit in sigmas: finds a lasting shift of one sigma in some ten periods. */
export const driftDesign = { k: 0.5, h: 5 } as const;

/**
 * Tabular CUSUM of the scores, so that seasons and sizes are taken out: for small drifts that last, which
 * limits find late. Starts anew with each phase. Source: Montgomery (2009), § 9.1 (k = ½, h = 5).
 */
export function drift(series: Pick<JudgedSeries, 'scores' | 'phases' | 'enough'>): Drift | null {
	if (!series.enough) return null;
	const above: (number | null)[] = series.scores.map(() => null);
	const below: (number | null)[] = series.scores.map(() => null);
	const signals: Drift['signals'][number][] = [];
	for (const phase of series.phases) {
		const places = phase.filter((at) => series.scores[at] !== null);
		const scores = places.map((at) => series.scores[at]!);
		const sums = cusum(scores, { target: 0, sigma: 1, ...driftDesign });
		places.forEach((at, position) => {
			above[at] = sums.upper[position]!;
			below[at] = sums.lower[position]!;
		});
		for (const [line, found, side] of [
			[sums.upper, sums.upperSignals, 1],
			[sums.lower, sums.lowerSignals, -1]
		] as const)
			for (const position of found)
				signals.push({
					at: places[position - 1]!,
					since: places[begin(line, position - 1)]!,
					side
				});
	}
	return { above, below, signals: signals.sort((a, b) => a.at - b.at) };
}

/** The place after the sum was last at nothing. */
function begin(sums: readonly number[], at: number): number {
	let first = at;
	while (first > 0 && sums[first - 1]! > 0) first--;
	return first;
}
