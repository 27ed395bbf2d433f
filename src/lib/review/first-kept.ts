import { linearGuess } from '#lib/statistics/regression/penalised-regression.ts';
import { median } from '#lib/statistics/testing/median.ts';
import { signedRoot } from './score.ts';
import type { ReviewMonth, ReviewSeries, SeasonColumns } from './series.ts';

/** Months beyond so many robust sigmas are told of elsewhere, and not part of what is usual. */
export const farOff = 3.5;

/**
 * Months to begin with: without those far off the median that the time of year cannot explain, since no other
 * year was like it in that month, nor a festival that was never seen before. A few months gone far wrong would
 * otherwise draw the whole fit after them and hide themselves.
 */
export function firstKept(
	series: ReviewSeries,
	months: readonly ReviewMonth[],
	{ festivals }: SeasonColumns,
	places: readonly number[]
): readonly number[] {
	const offset = (at: number): number => series.offsets?.[at] ?? 0;
	const center = middle(
		places.map(
			(at) => linearGuess(series.kind, series.amounts[at]!, series.sizes[at]!) - offset(at)
		)
	);
	const off = new Map(
		places.map((at) => [
			at,
			signedRoot(series.kind, series.amounts[at]!, center + offset(at), series.sizes[at]!)
		])
	);
	const sigma = robustSigma([...off.values()], series.leastDispersion);
	const isRecurring = (at: number): boolean => {
		const others = places.filter(
			(other) => other !== at && months[other]!.since.slice(5) === months[at]!.since.slice(5)
		);
		if (others.length === 0) return festivals.some((column) => column[at]! > 0);
		const own = off.get(at)!;
		return others.some((other) => off.get(other)! * Math.sign(own) > Math.abs(own) / 2);
	};
	return places.filter((at) => Math.abs(off.get(at)!) <= farOff * sigma || isRecurring(at));
}

/** Standard deviation by the median of the distances from 0, never below what chance gives. */
export function robustSigma(residuals: readonly number[], leastDispersion: number): number {
	return Math.max(1.4826 * middle(residuals.map(Math.abs)), Math.sqrt(leastDispersion), 1e-9);
}

function middle(values: readonly number[]): number {
	return median(values.toSorted((a, b) => a - b)) ?? 0;
}
