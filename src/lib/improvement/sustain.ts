import { shiftDay } from '#lib/filter/codec.ts';
import { betterOf } from '#lib/measures/charted-measure.ts';
import type { Pattern } from '#lib/measures/control-rules.ts';
import { meaningOf } from '#lib/measures/control-verdict.ts';
import { sustainDays, type Improvement, type SustainDays } from './improvement.ts';
import type { Plan } from './plan.ts';
import type { Verdict } from './verdict.ts';

/**
 * Checks that are due by themselves: those of an improvement in its act stage whose verdict is signed, once
 * the data reach so many days after the day they reached when it was signed.
 */
export function sustainDue(
	{ stage, verdict, act, sustain, gainLost }: Improvement,
	asOfDay: string
): readonly SustainDays[] {
	if (stage !== 'act' || !verdict || gainLost) return [];
	// Who goes on to a next cycle or stops has no gain to keep.
	if (act && act.decision !== 'standardise') return [];
	return sustainDays.filter(
		(days) =>
			!sustain.some((check) => check.days === days) &&
			asOfDay >= shiftDay(verdict.verdict.asOfDay, days)
	);
}

interface Seen {
	readonly verdict: Verdict;
	readonly periods: readonly { readonly until: string }[];
	/** Of a chart with a phase from the effective date on. */
	readonly patterns: readonly Pattern[];
}

/**
 * Whether the gain is still there. It is lost on a signal the wrong way: the interval of everything since the
 * effective date lies on the bad side, or excludes the smallest worthwhile change that was proven before; or
 * the control chart signals for the worse in a period that ended after the verdict.
 */
export function gainHeld(
	{ measure }: Pick<Plan, 'measure'>,
	signed: Verdict,
	{ verdict, periods, patterns }: Seen
): boolean {
	if (verdict.outcome === 'worse' && signed.outcome !== 'worse') return false;
	if (verdict.outcome === 'not_shown' && signed.outcome === 'effective') return false;
	const better = betterOf(measure);
	return !patterns.some(
		({ side, marked }) =>
			meaningOf(side, better) === 'bad' &&
			marked.some((at) => (periods[at]?.until ?? '') > signed.asOfDay)
	);
}
