import { evenGrid, gaussianDensity } from '#lib/statistics/density/gaussian-density.ts';
import type { WaitsOfScore } from './association.ts';

/** How long those waited who gave one score. */
export interface ScoreDensity {
	readonly score: number;
	/** Per unit of log10 minutes, at each point of `at`; all 0 where no case has the score. */
	readonly density: readonly number[];
	readonly medianMinutes: number | null;
	readonly cases: number;
}

export interface WaitingDensity {
	/** log10 of minutes, ascending. */
	readonly at: readonly number[];
	/** Best score first. */
	readonly scores: readonly ScoreDensity[];
}

/** Cases of one score around one wait, as `queries/satisfaction/waits.sql` counts them. */
export interface WaitStep {
	readonly score: number;
	/** Hundredths of log10 minutes. */
	readonly step: number;
	readonly cases: number;
}

/** Standard deviation of the kernel in log10 minutes: a factor of 1.5. */
const bandwidth = 0.18;
/** Times are counted in steps of a hundredth of a decade before smoothing: a twentieth of the kernel. */
const stepsOfDecade = 100;
const points = 121;

/**
 * Densities of log10 minutes by score, on one grid.
 * @param scores with their own medians, of the times themselves
 * @returns null when there is no case
 */
export function waitingDensity(
	steps: readonly WaitStep[],
	scores: readonly Pick<WaitsOfScore, 'score' | 'minutes_median'>[]
): WaitingDensity | null {
	if (steps.length === 0) return null;
	const places = steps.map(({ step }) => step / stepsOfDecade);
	const [low, high] = [Math.min(...places), Math.max(...places)];
	const at = evenGrid(low - 2 * bandwidth, high + 2 * bandwidth, points);
	return {
		at,
		scores: [5, 4, 3, 2, 1].map((score) => {
			const own = steps.filter((each) => each.score === score);
			const found = gaussianDensity(
				own.map(({ step }) => step / stepsOfDecade),
				own.map(({ cases }) => cases),
				at,
				bandwidth
			);
			return {
				score,
				density: at.map((_, point) => drawn(found?.density[point] ?? 0)),
				medianMinutes: scores.find((each) => each.score === score)?.minutes_median ?? null,
				cases: found?.n ?? 0
			};
		})
	};
}

/** Four decimals are finer than a pixel, and half as long in the page. */
function drawn(density: number): number {
	return Math.round(density * 1e4) / 1e4;
}
