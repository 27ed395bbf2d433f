import { seasonTerms } from '#lib/calendar/season-terms.ts';
import { daysBetween } from '#lib/filter/period.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { fewestAfterPoints, fewestTrialPoints } from './baseline-points.ts';
import { changeOf } from './check-change.ts';
import { changeAgainst, isDrifting, preTrendsDiffer } from './check-comparison.ts';
import { isCounted, type CheckGroup, type CheckKind } from './check-group.ts';
import type { Side } from './check-periods.ts';
import { plainChangeOf } from './check-plain.ts';
import type { Places } from './check-rate.ts';
import { valuesOf } from './check-values.ts';
import type { Doubt } from './doubts.ts';
import { effectOf, outcomeOf, type Change } from './outcome.ts';
import type { Method, Plan } from './plan.ts';
import type { EffectView } from './verdict.ts';

/** Fewer whole periods than these after, or before, tell nothing. */
export const fewestAfter = fewestAfterPoints;
export const fewestBefore = fewestTrialPoints;
/** Fewer points of a baseline are trial limits. */
const fullBaseline = 12;
const fewCases = 5;
/** Days from which a baseline tells seasons from a change. */
const twoYears = 730;
const twoYearsOf = { month: 22, week: 96 } as const;

export interface CheckContext {
	readonly plan: Plan;
	readonly kind: CheckKind;
	readonly better: Measure['better'];
	readonly sides: readonly Side[];
}

/** A view with the change it shows, on the scale it was estimated on. */
export interface Found {
	readonly view: EffectView;
	readonly change: Change | null;
	/** Season and holiday terms were in the regression. */
	readonly seasons: boolean;
}

/** The method of a kind of measure where no comparison group decides. */
export const ownMethod: Readonly<Record<CheckKind, Method>> = {
	rate: 'rate_regression',
	share: 'share_difference',
	mean: 'mean_difference',
	time: 'time_shift'
};

/** Places of a group that are counted; what the plan leaves out is counted too where that is asked for. */
export function placesOf(
	{ kind, sides }: CheckContext,
	group: CheckGroup,
	withExcluded = false
): Places {
	const of = (...wanted: readonly Side[]): readonly number[] =>
		sides.flatMap((side, at) => (wanted.includes(side) && isCounted(group, kind, at) ? [at] : []));
	return {
		before: withExcluded ? of('baseline', 'excluded') : of('baseline'),
		after: of('after')
	};
}

/** A group by the method of its kind of measure. */
export function groupView(
	context: CheckContext,
	name: EffectView['view'],
	group: CheckGroup,
	withExcluded = false
): Found {
	const { plan, kind } = context;
	const places = placesOf(context, group, withExcluded);
	const terms =
		kind === 'rate' && spansTwoYears(plan, places)
			? seasonTerms(group.series.periods, plan.step)
			: null;
	const withTerms = terms && changeOf(group, kind, places, terms);
	const change = withTerms ?? changeOf(group, kind, places, null);
	const doubts: Doubt[] = [...dataDoubts(context, group, places)];
	if (!withTerms) doubts.push('no_seasons');
	if (isDrifting(group, kind, places.before)) doubts.push('baseline_drifts');
	return {
		view: viewOf(context, name, ownMethod[kind], group, places, change, doubts),
		change,
		seasons: withTerms !== null
	};
}

/** Against the comparison group. */
export function againstView(
	context: CheckContext,
	name: EffectView['view'],
	group: CheckGroup,
	comparison: CheckGroup | null,
	withExcluded = false
): Found {
	const { kind, plan } = context;
	const counted = placesOf(context, group, withExcluded);
	const inBoth = (at: number): boolean => comparison !== null && isCounted(comparison, kind, at);
	const places = comparison
		? { before: counted.before.filter(inBoth), after: counted.after.filter(inBoth) }
		: counted;
	const doubts: Doubt[] = [...dataDoubts(context, group, places)];
	if (!comparison) doubts.push('comparison_missing');
	else if (!places.before.some((at) => comparison.series.cases[at]! > 0))
		doubts.push('comparison_empty');
	else if (preTrendsDiffer(group, comparison, kind, places.before))
		doubts.push('pre_trends_differ');
	const same = comparison !== null && plan.comparison === plan.selection;
	if (same) doubts.push('comparison_same');
	const change = comparison && !same ? changeAgainst(group, comparison, kind, places) : null;
	return {
		view: viewOf(context, name, 'difference_in_differences', group, places, change, doubts),
		change,
		seasons: false
	};
}

/** As if every case were independent of every other and there were no seasons: what is usually shown. */
export function plainView(context: CheckContext, group: CheckGroup): EffectView {
	const places = placesOf(context, group);
	const change = plainChangeOf(group, context.kind, places);
	const method = ownMethod[context.kind];
	return viewOf(context, 'plain_before_after', method, group, places, change, []);
}

export function viewOf(
	{ plan, kind, better }: CheckContext,
	view: EffectView['view'],
	method: Method,
	group: CheckGroup,
	places: Places,
	change: Change | null,
	doubts: readonly Doubt[]
): EffectView {
	const enough = places.after.length >= fewestAfter && places.before.length >= fewestBefore;
	return {
		view,
		method,
		effect: change && effectOf(change),
		values: valuesOf(group, kind, plan.step, places),
		outcome: enough ? outcomeOf(change, better, plan.smallestChange) : 'cannot_tell',
		doubts:
			change === null && enough && !doubts.some((doubt) => doubt.startsWith('none_'))
				? [...doubts, 'not_computable']
				: doubts
	};
}

/** What the numbers themselves leave open. */
function dataDoubts(
	{ kind, sides }: CheckContext,
	group: CheckGroup,
	{ before, after }: Places
): readonly Doubt[] {
	const { cases } = group.series;
	const total = (places: readonly number[]): number =>
		places.reduce((sum, at) => sum + (cases[at] ?? 0), 0);
	const found: Doubt[] = [];
	const wanted = sides.flatMap((side, at) => (side === 'baseline' || side === 'after' ? [at] : []));
	if (after.length < fewestAfter) found.push('after_short');
	if (before.length < fewestBefore) found.push('baseline_too_short');
	else if (before.length < fullBaseline) found.push('baseline_short');
	if (before.length > 0 && total(before) === 0) found.push('none_before');
	if (after.length > 0 && total(after) === 0) found.push('none_after');
	if (before.length > 0 && total(before) > 0 && total(before) < fewCases * before.length)
		found.push('sparse');
	if (
		kind === 'time' &&
		[...before, ...after].some((at) => group.times[at]?.at.at(-1) === Infinity)
	)
		found.push('open_cases');
	if (kind === 'rate' && wanted.some((at) => group.ordersMissing[at])) found.push('orders_missing');
	return found;
}

/** Two years of days, and nearly all of their periods counted: an excluded month is no gap. */
function spansTwoYears({ baseline, step }: Plan, { before }: Places): boolean {
	return (
		baseline !== null &&
		daysBetween(baseline.since, baseline.until) >= twoYears &&
		before.length >= twoYearsOf[step]
	);
}
