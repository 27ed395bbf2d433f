import { unitOf, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { shownValue } from '#lib/measures/control-chart.ts';
import type { ControlSeries } from '#lib/measures/control-series.ts';
import { twoSidedTQuantile } from '#lib/statistics/distributions/student-t.ts';
import { changesBy, ripens } from './measures.ts';

/** Value of the whole month as it will be, with an 80 % prediction interval. */
export interface MonthEnd {
	readonly value: number;
	readonly lower80: number;
	readonly upper80: number;
}

/** Months that are learnt from, the latest, and the fewest. */
const mostMonths = 24;
const fewestMonths = 8;

/**
 * What a running month will end with: its value so far, moved by how months that are over moved from the
 * same day to their end, and as uncertain as that was. Counts, rates, times and money move by a factor,
 * shares and scores by a difference; past moves are taken as normal, their spread being estimated
 * (Student's t, and 1 + 1/n for the estimated mean).
 *
 * @param whole the months, the last one running
 * @param toDay the same months up to the day of the month the running one has reached
 * @returns null where too few months are over, or the measure cannot be told so early
 */
export function monthEndOf(
	measure: ChartedMeasure,
	whole: ControlSeries,
	toDay: ControlSeries
): MonthEnd | null {
	const now = shownValue(whole, whole.periods.length - 1);
	if (now === null || ripens(measure)) return null;
	const byDifference = changesBy(measure) === 'difference';
	const moves = whole.periods.flatMap(({ partial }, at) => {
		const [end, early] = [shownValue(whole, at), shownValue(toDay, at)];
		if (partial || end === null || early === null) return [];
		if (byDifference) return [end - early];
		return end > 0 && early > 0 ? [Math.log(end / early)] : [];
	});
	return foreseen(now, moves.slice(-mostMonths), {
		byDifference,
		isShare: unitOf(measure) === 'share'
	});
}

function foreseen(
	now: number,
	moves: readonly number[],
	{ byDifference, isShare }: { readonly byDifference: boolean; readonly isShare: boolean }
): MonthEnd | null {
	const n = moves.length;
	if (n < fewestMonths || (!byDifference && now <= 0)) return null;
	const mean = moves.reduce((sum, move) => sum + move, 0) / n;
	const variance = moves.reduce((sum, move) => sum + (move - mean) ** 2, 0) / (n - 1);
	const reach = Math.sqrt(variance * (1 + 1 / n)) * twoSidedTQuantile(0.8, n - 1);
	const at = (move: number): number => {
		const value = byDifference ? now + move : now * Math.exp(move);
		const bounded = isShare ? Math.min(1, Math.max(0, value)) : value;
		return Number(bounded.toPrecision(6));
	};
	return { value: at(mean), lower80: at(mean - reach), upper80: at(mean + reach) };
}
