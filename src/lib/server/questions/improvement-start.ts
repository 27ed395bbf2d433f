import type { Filter } from '#lib/filter/filter.ts';
import { markedDimension, pointedHref, type ImproveRequest } from '#lib/filter/improve.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import { checkKindOf, isCounted } from '#lib/improvement/check-group.ts';
import { sidesOf } from '#lib/improvement/check-periods.ts';
import { valuesOf } from '#lib/improvement/check-values.ts';
import type { Evidence } from '#lib/improvement/evidence.ts';
import type { Days, Plan } from '#lib/improvement/plan.ts';
import { excludedOf, propose, type Proposal } from '#lib/improvement/propose.ts';
import { selectionFor } from '#lib/improvement/selection.ts';
import {
	chartedMeasure,
	hasTargets,
	measureKey,
	type ChartedMeasure
} from '#lib/measures/charted-measure.ts';
import { measureAlone } from '#lib/measures/own-measure.ts';
import { allOwnMeasures, ownMeasures } from '#lib/server/record/own-measures.ts';
import { ask } from './ask.ts';
import { controlPeriods } from './control-periods.ts';
import { knownMeasures } from './control-series.ts';
import * as control from './control.ts';
import { frozenEvidence } from './evidence.ts';
import { comparisonsOf, type Comparison } from './improvement-comparisons.ts';
import { groupOf, planSeries } from './improvement-group.ts';
import { scopeOf, type Scope } from './scope.ts';

/** What was pointed at, and what a plan for it begins with. */
export interface StartFacts {
	readonly evidence: Evidence;
	readonly selection: string;
	readonly measure: ChartedMeasure;
	/** Measures these cases hold. */
	readonly measures: readonly ChartedMeasure[];
	/** Asked for, and not among them. */
	readonly declined: Declined | null;
	readonly proposal: Proposal;
	/** Value of the measure over the proposed baseline, in the unit it is shown in. */
	readonly baselineValue: number | null;
	readonly comparisons: readonly Comparison[];
	/** First day the log tells about, last day it does. */
	readonly firstDay: string;
	readonly asOfDay: string;
}

/** A measure that was asked for, and why a plan cannot be made for it. */
export interface Declined {
	readonly measure: ChartedMeasure;
	readonly why: 'without_data' | 'retired' | 'without_aim';
}

/** Why nothing can be started here. */
export type StartProblem = 'no_log' | 'no_cases' | 'no_measure';

const weeksOfYear = 52;

/** What was pointed at by an address, with every number asked anew. `title` is kept with the evidence. */
export async function startFacts(
	scope: Scope,
	request: ImproveRequest,
	title: string,
	step?: Plan['step']
): Promise<StartFacts | { readonly problem: StartProblem }> {
	const { person, signal } = scope;
	if (!scope.log) return { problem: 'no_log' };
	const raw = { ...withoutDays(scope.filter), period: 'all' } as const;
	const measures = await measuresOf(await scopeOf(person, raw, signal));
	if (!measures) return { problem: 'no_cases' };
	const measure = measures.find((one) => measureKey(one) === request.measure) ?? measures[0];
	if (measure === undefined) return { problem: 'no_measure' };
	const evidence = await frozenEvidence(scope, {
		href: pointedHref({ ...request, filter: { ...scope.filter, period: scope.log.days } }),
		title,
		measure,
		by: request.by
	});
	const marked = evidence?.values.filter((row) => row.marked) ?? [];
	if (!evidence || marked.every(({ cases }) => cases === 0)) return { problem: 'no_cases' };
	const selection = { ...selectionFor(raw, measure), comparison: 'none' } as const;
	const whole = await scopeOf(person, selection, signal);
	const proposal = await proposalOf(whole, measure, evidence, step);
	return {
		evidence,
		selection: selectionKey(selection),
		measure,
		measures,
		declined:
			request.measure && request.measure !== measureKey(measure)
				? await declinedOf(request.measure)
				: null,
		proposal,
		baselineValue: await baselineValue(whole, {
			measure,
			step: proposal.step,
			baseline: proposal.baseline,
			excluded: excludedOf(proposal.trigger, '')
		}),
		comparisons: await comparisonsOf(whole, selection, markedDimension(selection, request.by)),
		firstDay: scope.log.firstDay,
		asOfDay: scope.log.asOfDay
	};
}

/** Value of a measure over a baseline, as a verdict would work it out; null where there is none. */
async function baselineValue(
	scope: Scope,
	plan: Pick<Plan, 'measure' | 'step' | 'baseline' | 'excluded'>
): Promise<number | null> {
	if (!scope.log) return null;
	const periods = controlPeriods(scope.log, plan.step, 600);
	const group = await groupOf(scope, plan, periods);
	const sides = sidesOf({ ...plan, effectiveOn: null, transitionDays: 0, checkOn: null }, periods);
	const kind = checkKindOf(plan.measure);
	const before = sides.flatMap((side, at) =>
		side === 'baseline' && isCounted(group, kind, at) ? [at] : []
	);
	return valuesOf(group, kind, plan.step, { before, after: [] }).before;
}

/** Null where there is no case at all. */
async function measuresOf(scope: Scope): Promise<readonly ChartedMeasure[] | null> {
	const whole = { step: 'month', dimension: 'none' };
	const [rows, orders] = await Promise.all([
		ask(scope, control.periods, whole),
		ask(scope, control.periodOrders, whole)
	]);
	if (rows.length === 0) return null;
	// Of an own measure that has no good end no effect can be told.
	const owns = (await ownMeasures()).filter(hasTargets).map(measureAlone);
	return [...knownMeasures(rows, scope.ordersCoverSources ? orders : []), ...owns];
}

/** Null where nothing is or was called so. */
async function declinedOf(key: string): Promise<Declined | null> {
	const own = (await allOwnMeasures()).find(({ id }) => id === key);
	if (own) return { measure: measureAlone(own), why: own.retired ? 'retired' : 'without_aim' };
	const measure = chartedMeasure(key, []);
	return measure ? { measure, why: 'without_data' } : null;
}

async function proposalOf(
	scope: Scope,
	measure: ChartedMeasure,
	pointed: Days,
	step: Plan['step'] | undefined
): Promise<Proposal> {
	const { firstDay, asOfDay } = scope.log!;
	const weeks = controlPeriods(scope.log!, 'week')
		.filter(({ partial }) => !partial)
		.slice(-weeksOfYear);
	const { cases } = await planSeries(scope, { measure, step: 'week' }, weeks);
	const casesPerWeek = cases.reduce((sum, count) => sum + count, 0) / Math.max(weeks.length, 1);
	return propose({ measure, firstDay, asOfDay, pointed, casesPerWeek }, step);
}

function withoutDays({ within: _, openOn: __, ...filter }: Filter): Filter {
	return filter;
}
