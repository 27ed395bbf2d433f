import { measures } from '#lib/measures/catalogue.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { checkKindOf, type CheckGroup } from './check-group.ts';
import type { Side } from './check-periods.ts';
import { fewestAfter, groupView, plainView, type CheckContext } from './check-views.ts';
import { isWorthwhile, morePeriods } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { EffectView, Verdict } from './verdict.ts';

/** What a check says before it is dated: everything but what it was computed from. */
export type Finding = Omit<
	Verdict,
	'due' | 'planVersion' | 'dataVersion' | 'asOfDay' | 'fingerprint'
>;

export interface CheckNumbers {
	readonly own: CheckGroup;
	/** The comparison group over the same periods; null where none is named. */
	readonly comparison: CheckGroup | null;
	/** Side of each period. */
	readonly sides: readonly Side[];
	/** Money a case cost in the baseline; null where that is not known. */
	readonly costOfCase: number | null;
}

/** What the plan says of these numbers. The primary method alone decides; the others stand beside it. */
export function check(plan: Plan, numbers: CheckNumbers): Finding {
	const better: Measure['better'] = measures[plan.measure].better;
	const context: CheckContext = {
		plan,
		kind: checkKindOf(plan.measure),
		better,
		sides: numbers.sides
	};
	const primary = groupView(context, 'primary', numbers.own);
	const { view, change, seasons } = primary;
	const { after, beforePoints, afterPoints } = view.values;
	const points = { before: beforePoints, after: afterPoints };
	const more = morePeriods(change, points, better, plan.smallestChange);
	const short = fewestAfter - afterPoints;
	return {
		outcome: view.outcome,
		primary: view,
		others: others(context, numbers),
		targetReached: reaches(after, plan.target, better),
		smallestChangeReached: isWorthwhile(change, better, plan.smallestChange),
		morePeriods: view.outcome === 'cannot_tell' && short > 0 ? Math.max(short, more ?? 0) : more,
		casesAvoided: null,
		costAvoided: null,
		dispersion: change?.dispersion ?? null,
		seasons,
		step: plan.step
	};
}

function others(context: CheckContext, { own, comparison, sides }: CheckNumbers): EffectView[] {
	return [
		...(comparison ? [groupView(context, 'comparison_change', comparison).view] : []),
		...(sides.includes('excluded') ? [groupView(context, 'with_excluded', own, true).view] : []),
		plainView(context, own)
	];
}

function reaches(
	value: number | null,
	target: number | null,
	better: Measure['better']
): boolean | null {
	if (value === null || target === null || better === 'neither') return null;
	return better === 'lower' ? value <= target : value >= target;
}
