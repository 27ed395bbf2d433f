import { twoSidedTQuantile } from '#lib/statistics/distributions/student-t.ts';
import type { Measure } from '#lib/measures/measure.ts';
import type { Effect, Outcome } from './verdict.ts';

/** A change on the scale it was estimated on: logarithm of a ratio, or a difference. No change is 0. */
export interface Change {
	readonly kind: Effect['kind'];
	readonly estimate: number;
	readonly lower: number;
	readonly upper: number;
	/** Degrees of freedom of t; Infinity where the scatter is taken as known. */
	readonly df: number;
	readonly dispersion: number;
}

type Better = Measure['better'];

/** As people read it: ratio after ÷ before, or difference after − before. */
export function effectOf({ kind, estimate, lower, upper }: Change): Effect {
	if (kind !== 'ratio') return { kind, estimate, lower, upper };
	return { kind, estimate: Math.exp(estimate), lower: Math.exp(lower), upper: Math.exp(upper) };
}

/** The smallest worthwhile change as a distance > 0 on the scale of the change; null where none is named. */
function worthwhile(kind: Effect['kind'], better: Better, smallest: number | null): number | null {
	if (smallest === null || !(smallest > 0)) return null;
	if (kind !== 'ratio') return smallest;
	return better === 'higher' ? Math.log1p(smallest) : -Math.log1p(-Math.min(1, smallest));
}

/** Turned so that more is better. */
function gain(change: Change, better: Better) {
	return better === 'higher'
		? { estimate: change.estimate, lower: change.lower, upper: change.upper }
		: { estimate: -change.estimate, lower: -change.upper, upper: -change.lower };
}

/**
 * What the 95 % interval says: effective wholly on the good side of no change, worse wholly on the bad side,
 * not shown when it includes no change and excludes the smallest worthwhile change, else not told yet.
 */
export function outcomeOf(change: Change | null, better: Better, smallest: number | null): Outcome {
	if (change === null || better === 'neither') return 'cannot_tell';
	const { lower, upper } = gain(change, better);
	const least = worthwhile(change.kind, better, smallest);
	if (lower > 0) return 'effective';
	if (upper < 0) return 'worse';
	return least !== null && upper < least ? 'not_shown' : 'cannot_tell';
}

/** Whether the change, as estimated, is at least the smallest worthwhile one. */
export function isWorthwhile(
	change: Change | null,
	better: Better,
	smallest: number | null
): boolean {
	if (change === null || better === 'neither') return false;
	const least = worthwhile(change.kind, better, smallest);
	const { estimate } = gain(change, better);
	return least === null ? estimate > 0 : estimate >= least - 1e-12;
}

/** More than these nobody waits for. */
const mostMore = 120;

/**
 * About how many more periods like those after would make the interval tell, were the estimate to stay: the
 * standard error shrinks as √(1/before + 1/after). Null where it tells already, or where the baseline is too
 * short for any number of them.
 */
export function morePeriods(
	change: Change | null,
	points: { readonly before: number; readonly after: number },
	better: Better,
	smallest: number | null
): number | null {
	if (change === null || better === 'neither' || points.after === 0 || points.before === 0)
		return null;
	if (outcomeOf(change, better, smallest) !== 'cannot_tell') return null;
	const { estimate } = gain(change, better);
	const least = worthwhile(change.kind, better, smallest);
	const needed = Math.max(Math.abs(estimate), least === null ? 0 : least - estimate);
	const half = (change.upper - change.lower) / 2;
	const now = 1 / points.before + 1 / points.after;
	for (let more = 1; more <= mostMore; more++) {
		const then = 1 / points.before + 1 / (points.after + more);
		const t =
			change.df === Infinity
				? 1
				: twoSidedTQuantile(0.95, change.df + more) / twoSidedTQuantile(0.95, change.df);
		if (half * t * Math.sqrt(then / now) < needed) return more;
	}
	return null;
}
