import { betterOf } from '#lib/measures/charted-measure.ts';
import { controlMeasureIds } from '#lib/measures/control-measures.ts';
import { baselinePoints, fewestBaselinePoints, fewestTrialPoints } from './baseline-points.ts';
import type { Refusal } from './commands.ts';
import type { Improvement } from './improvement.ts';
import type { Plan } from './plan.ts';

/** What only the data can tell. Absent: not known here, and not judged. */
export interface GateFacts {
	/** Value of the measure over the baseline, in the unit it is shown in; null: there is none. */
	readonly baselineValue?: number | null;
	/** Whole periods the log tells of before the effective date. */
	readonly pointsAtHand?: number | undefined;
	/** The comparison group is the cases meant, by whatever words. */
	readonly comparisonSame?: boolean;
	/** The signed verdict no longer follows from the data, or its data were removed. */
	readonly verdictOutdated?: boolean;
}

/** What a plan lacks before anybody can approve it. */
export function planGaps(
	{ plan, actions, causes, whys }: Pick<Improvement, 'plan' | 'actions' | 'causes' | 'whys'>,
	facts: GateFacts = {}
): Refusal[] {
	const found = causes.some(({ state }) => state === 'confirmed') || whys.some(({ root }) => root);
	return [
		...fieldGaps(plan),
		...(comparesWithItself(plan) || facts.comparisonSame ? (['comparison_same'] as const) : []),
		...(baselineTooShort(plan, facts) ? (['baseline_too_short'] as const) : []),
		...dateGaps(plan),
		...(targetOnWrongSide(plan, facts) ? (['target_wrong_side'] as const) : []),
		...(found ? [] : (['cause_not_confirmed'] as const)),
		...(actions.length > 0 ? [] : (['actions_missing'] as const)),
		...(actions.every(({ who }) => who.trim()) ? [] : (['action_without_owner'] as const)),
		...(actions.every(({ due }) => due) ? [] : (['action_without_due'] as const))
	];
}

function fieldGaps(plan: Plan): Refusal[] {
	const short = baselinePoints(plan) < fewestBaselinePoints && !plan.trialLimits;
	const gaps: readonly (readonly [boolean, Refusal])[] = [
		[!plan.theme.trim(), 'theme_missing'],
		[!plan.owner.trim(), 'owner_missing'],
		[
			typeof plan.measure === 'string' && !controlMeasureIds.includes(plan.measure),
			'measure_missing'
		],
		[!plan.baseline, 'baseline_missing'],
		[plan.baseline !== null && short, 'baseline_short'],
		[plan.target === null, 'target_missing'],
		[!(plan.smallestChange !== null && plan.smallestChange > 0), 'smallest_change_missing'],
		[!plan.effectiveOn, 'effective_missing'],
		[!plan.checkOn, 'check_missing'],
		[plan.method === 'difference_in_differences' && !plan.comparison, 'comparison_missing']
	];
	return gaps.filter(([lacks]) => lacks).map(([, refusal]) => refusal);
}

/** A group compared with itself, as the plan's own words show. */
export function comparesWithItself({
	selection,
	comparison
}: Pick<Plan, 'selection' | 'comparison'>): boolean {
	return comparison !== '' && comparison === selection;
}

/** Too short to tell anything, though the log tells of more. */
function baselineTooShort(plan: Plan, { pointsAtHand }: GateFacts): boolean {
	if (plan.baseline === null || pointsAtHand === undefined) return false;
	return baselinePoints(plan) < Math.max(1, Math.min(fewestTrialPoints, pointsAtHand));
}

/** Baseline, then effect, then transition, then check; the target not before the effect. */
function dateGaps({ baseline, effectiveOn, checkOn, targetOn, transitionDays }: Plan): Refusal[] {
	const effective = effectiveOn ? Date.parse(effectiveOn) : Number.NaN;
	const reversed =
		(baseline !== null && baseline.since >= baseline.until) ||
		!(transitionDays >= 0) ||
		(checkOn !== null && Date.parse(checkOn) <= effective + transitionDays * 86_400_000) ||
		(targetOn !== null && Date.parse(targetOn) < effective);
	return [
		...(reversed ? (['dates_reversed'] as const) : []),
		...(baseline && effectiveOn && baseline.until > effectiveOn
			? (['baseline_after_effect'] as const)
			: [])
	];
}

function targetOnWrongSide({ measure, target }: Plan, { baselineValue }: GateFacts): boolean {
	if (target === null || typeof baselineValue !== 'number') return false;
	const better = betterOf(measure);
	if (better === 'lower') return target >= baselineValue;
	return better === 'higher' && target <= baselineValue;
}
