import { evenGrid, gaussianDensity } from '#lib/statistics/density/gaussian-density.ts';
import { quantileType7OfCounts } from '#lib/statistics/quantile.ts';
import type { WaitingCells } from './association.ts';

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

/** Standard deviation of the kernel in log10 minutes: a factor of 1.5. */
const bandwidth = 0.18;
/** Times are counted in steps of a hundredth of a decade before smoothing: a twentieth of the kernel. */
const step = 0.01;
const points = 121;

/**
 * Densities of log10 minutes by score, on one grid. Times below `least` minutes are drawn there, since
 * 0 has no logarithm; medians are those of the times themselves.
 * @returns null when there is no case
 */
export function waitingDensity(cells: WaitingCells, least: number): WaitingDensity | null {
	if (cells.minutes.length === 0) return null;
	const position = (minutes: number) => Math.round(Math.log10(Math.max(minutes, least)) / step);
	let [low, high] = [Infinity, -Infinity];
	const of = new Map(
		[5, 4, 3, 2, 1].map((score) => [
			score,
			{ steps: new Map<number, number>(), minutes: [] as number[], cases: [] as number[] }
		])
	);
	cells.minutes.forEach((minutes, at) => {
		const group = of.get(cells.scores[at]!);
		if (!group) return;
		const cases = cells.cases[at]!;
		const place = position(minutes);
		low = Math.min(low, place);
		high = Math.max(high, place);
		group.steps.set(place, (group.steps.get(place) ?? 0) + cases);
		group.minutes.push(minutes);
		group.cases.push(cases);
	});
	const at = evenGrid(low * step - 2 * bandwidth, high * step + 2 * bandwidth, points);
	return {
		at,
		scores: [...of].map(([score, { steps, minutes, cases }]) => {
			const values = [...steps.keys()].map((place) => place * step);
			const found = gaussianDensity(values, [...steps.values()], at, bandwidth);
			const [median] = quantileType7OfCounts(minutes, cases, [0.5]);
			return {
				score,
				density: found?.density ?? at.map(() => 0),
				medianMinutes: median ?? null,
				cases: found?.n ?? 0
			};
		})
	};
}
