import type { Measure } from './measure.ts';
import { median } from '#lib/statistics/testing/median.ts';
import { meetsTarget } from './target-outlook.ts';

/**
 * What makes one ask whether a target was meant so: it asks for less than every recent month reached (the
 * wrong side, or the wrong measure), or it lies so far from them that a unit or a digit is likely wrong.
 */
export type TargetDoubt = 'already_met' | 'far_off';

/** Fewer months say nothing. */
const fewestMonths = 3;
/** Times, rates and counts this many times off; of shares and scores the odds. */
const farTimes = 5;
const farOdds = 20;

/**
 * @param recent values of the last whole months, in the unit of the target
 * @param range ends of the scale, of shares and scores; null where it has none
 */
export function targetDoubt(
	value: number,
	recent: readonly number[],
	better: Measure['better'],
	range: readonly [number, number] | null
): TargetDoubt | null {
	if (recent.length < fewestMonths) return null;
	const usual = median(recent.toSorted((a, b) => a - b)) ?? Number.NaN;
	const times = range ? odds(value, range) / odds(usual, range) : value / usual;
	const far = range ? farOdds : farTimes;
	if (times > far || times < 1 / far) return 'far_off';
	return recent.every((month) => meetsTarget(month, value, better)) ? 'already_met' : null;
}

function odds(value: number, [least, most]: readonly [number, number]): number {
	const share = Math.min(0.999, Math.max(0.001, (value - least) / (most - least)));
	return share / (1 - share);
}
