import { betterOf } from '#lib/measures/charted-measure.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { amountAvoided } from './check-avoided.ts';
import { chartView } from './check-chart.ts';
import { checkKindOf, firstPeriods, type CheckGroup } from './check-group.ts';
import { judgedCount, type Side } from './check-periods.ts';
import {
	againstView,
	fewestAfter,
	fewestBefore,
	groupView,
	ownMethod,
	placesOf,
	plainView,
	type CheckContext,
	type Found
} from './check-views.ts';
import { isWorthwhile, morePeriods } from './outcome.ts';
import type { Method, Plan } from './plan.ts';
import type { Avoided, EffectView, Verdict } from './verdict.ts';

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

/** Methods a plan of this measure can fix: the first is the usual one, the second needs a comparison group. */
export function methodsOf(measure: Plan['measure']): readonly Method[] {
	return [ownMethod[checkKindOf(measure)], 'difference_in_differences'];
}

/**
 * What a verdict rests on, and nothing else: the numbers up to the check date. Whoever signs later signs the
 * same, unless what lies within was corrected.
 */
export function judgedNumbers(plan: Plan, numbers: CheckNumbers): CheckNumbers {
	const count = judgedCount(plan, numbers.own.series.periods);
	return {
		own: firstPeriods(numbers.own, count),
		comparison: numbers.comparison && firstPeriods(numbers.comparison, count),
		sides: numbers.sides.slice(0, count),
		costOfCase: numbers.costOfCase
	};
}

/** What the deciding method says with the periods since the check date too; null where there is none. */
export function sinceThen(plan: Plan, numbers: CheckNumbers): EffectView | null {
	if (!numbers.sides.includes('later')) return null;
	const sides = numbers.sides.map((side) => (side === 'later' ? 'after' : side));
	const kind = checkKindOf(plan.measure);
	const context: CheckContext = { plan, kind, better: betterOf(plan.measure), sides };
	return decided(context, numbers, 'since_then', false).view;
}

/** What the plan says of these numbers. The primary method alone decides; the others stand beside it. */
export function check(plan: Plan, all: CheckNumbers): Finding {
	const numbers = judgedNumbers(plan, all);
	const better: Measure['better'] = betterOf(plan.measure);
	const kind = checkKindOf(plan.measure);
	const context: CheckContext = { plan, kind, better, sides: numbers.sides };
	const { own, comparison, costOfCase } = numbers;
	const { view, change, seasons } = decided(context, numbers, 'primary', false);
	const { after, beforePoints, afterPoints } = view.values;
	const points = { before: beforePoints, after: afterPoints };
	const more = morePeriods(change, points, better, plan.smallestChange);
	const short = fewestAfter - afterPoints;
	// A baseline is locked: no period to come lengthens one that is too short to tell.
	const can = beforePoints >= fewestBefore;
	const places = placesOf(context, own);
	const avoided = amountAvoided(own, kind, better, places, change);
	const isMoney = plan.measure === 'cost';
	return {
		outcome: view.outcome,
		primary: view,
		others: [
			...(view.method === 'difference_in_differences'
				? [groupView(context, 'own_change', own).view]
				: []),
			...(comparison ? [groupView(context, 'comparison_change', comparison).view] : []),
			...(comparison && view.method !== 'difference_in_differences'
				? [againstView(context, 'against_comparison', own, comparison).view]
				: []),
			...(numbers.sides.includes('excluded')
				? [decided(context, numbers, 'with_excluded', true).view]
				: []),
			...(kind === 'time' ? [] : [plainView(context, own)]),
			chartView(context, own)
		],
		targetReached: reaches(after, plan.target, better),
		smallestChangeReached: isWorthwhile(change, better, plan.smallestChange),
		morePeriods: !can
			? null
			: view.outcome === 'cannot_tell' && short > 0
				? Math.max(short, more ?? 0)
				: more,
		casesAvoided: isMoney ? null : avoided,
		costAvoided: isMoney ? avoided : kind === 'rate' ? priced(avoided, costOfCase) : null,
		dispersion: change?.dispersion ?? null,
		seasons,
		step: plan.step,
		judgedUntil: plan.checkOn
	};
}

/** By the method the plan fixed. */
function decided(
	context: CheckContext,
	{ own, comparison }: CheckNumbers,
	name: EffectView['view'],
	withExcluded: boolean
): Found {
	return context.plan.method === 'difference_in_differences'
		? againstView(context, name, own, comparison, withExcluded)
		: groupView(context, name, own, withExcluded);
}

function priced(avoided: Avoided | null, each: number | null): Avoided | null {
	if (avoided === null || each === null) return null;
	const { value, lower, upper } = avoided;
	return { value: value * each, lower: lower * each, upper: upper * each };
}

function reaches(
	value: number | null,
	target: number | null,
	better: Measure['better']
): boolean | null {
	if (value === null || target === null || better === 'neither') return null;
	return better === 'lower' ? value <= target : value >= target;
}
