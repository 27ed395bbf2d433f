import { createHash } from 'node:crypto';
import { parseFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { check, judgedNumbers, sinceThen } from '#lib/improvement/check.ts';
import { afterFrom, sidesOf, type Side } from '#lib/improvement/check-periods.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { EffectView, Verdict } from '#lib/improvement/verdict.ts';
import { controlFacts, type ControlFacts } from '#lib/measures/control-facts.ts';
import type { ControlPeriod } from '#lib/measures/control-series.ts';
import type { Person } from '#lib/server/access/person.ts';
import { controlPeriods } from './control-periods.ts';
import { wishesOf } from './control-wishes.ts';
import { groupOf, type PlanGroup } from './improvement-group.ts';
import { scopeOf, type Scope } from './scope.ts';

/** Why nothing can be checked: each has words `improvement_problem_*`. */
export type CheckProblem =
	| 'selection_unreadable'
	| 'no_data'
	| 'selection_empty'
	| 'measure_without_data'
	| 'orders_not_covering'
	| 'baseline_missing'
	| 'effective_missing';

/** A plan held against the data: one entry a period, and the verdict they give. */
export interface PlanCheck {
	/** Null with a problem; before its check date it is a preview, `due` false. */
	readonly verdict: Verdict | null;
	/** With the periods since the check date: beside the verdict, never in it. Null where there is none. */
	readonly sinceThen: EffectView | null;
	readonly problem: CheckProblem | null;
	/** First day of the log; null without one. */
	readonly firstDay: string | null;
	readonly periods: readonly ControlPeriod[];
	/** As the measure is shown; null where a period has none. */
	readonly values: readonly (number | null)[];
	/** Orders, days or cases behind each value. */
	readonly sizes: readonly number[];
	readonly cases: readonly number[];
	readonly side: readonly Side[];
	/** With a phase from the effective date on; null with a problem. */
	readonly chart: ControlFacts | null;
}

/** So many periods before the baseline are shown with it. */
const shownBefore = 12;

/** The cases a plan means, over all days; null where its words cannot be read. */
export function selectionOf(text: string): Filter | null {
	const { filter, problems } = parseFilter(new URLSearchParams(text));
	return problems.length > 0 ? null : { ...filter, period: 'all', comparison: 'none' };
}

/** Periods from some way before the baseline up to the last known day. */
function periodsOf(scope: Scope, plan: Plan): readonly ControlPeriod[] {
	if (!scope.log) return [];
	const all = controlPeriods(scope.log, plan.step, 600);
	const first = plan.baseline?.since ?? plan.effectiveOn;
	const at = first === null ? 0 : all.findIndex(({ until }) => until > first);
	return all.slice(Math.max(0, (at < 0 ? all.length : at) - shownBefore));
}

/** What a plan says of the data as they stand. `version` is that of the plan, kept with the verdict. */
export async function checkOf(
	person: Person,
	plan: Plan,
	version: number,
	signal?: AbortSignal
): Promise<PlanCheck> {
	const filter = selectionOf(plan.selection);
	const compared = plan.comparison === '' ? null : selectionOf(plan.comparison);
	if (!filter || (plan.comparison !== '' && !compared)) return nothing('selection_unreadable');
	const scope = await scopeOf(person, filter, signal);
	if (!scope.log) return nothing('no_data');
	const periods = periodsOf(scope, plan);
	const own = await groupOf(scope, plan, periods);
	const side = sidesOf(plan, periods);
	const chart = controlFacts(own.series, {
		...wishesOf(
			{
				measure: undefined,
				step: plan.step,
				ruleSet: 'western_electric',
				kind: undefined,
				season: 'auto',
				dimension: 'none',
				beside: 'none'
			},
			periods
		),
		phases: phasesOf(periods, side),
		baseline: plan.baseline
	});
	const shown = {
		firstDay: scope.log.firstDay,
		periods,
		values: chart.judged.values,
		sizes: own.series.sizes,
		cases: own.series.cases,
		side,
		chart
	};
	const problem = problemOf(scope, plan, own);
	if (problem) return { ...shown, verdict: null, sinceThen: null, problem };
	const comparison =
		compared && (await groupOf(await scopeOf(person, compared, signal), plan, periods));
	const numbers = { own, comparison, sides: side, costOfCase: costOfCase(own, side) };
	const { asOfDay } = scope.log;
	return {
		...shown,
		problem: null,
		sinceThen: sinceThen(plan, numbers),
		verdict: {
			...check(plan, numbers),
			due: plan.checkOn !== null && asOfDay >= plan.checkOn,
			planVersion: version,
			dataVersion: scope.dataVersion,
			asOfDay,
			fingerprint: fingerprintOf(judgedNumbers(plan, numbers))
		}
	};
}

/** First days of the periods at which a chart changes: what straddles the effective date stands alone. */
function phasesOf(periods: readonly ControlPeriod[], side: readonly Side[]): readonly string[] {
	return (['transition', 'after'] as const).flatMap((name) => {
		const first = periods[side.indexOf(name)];
		return first ? [first.since] : [];
	});
}

function problemOf(scope: Scope, plan: Plan, { series }: PlanGroup): CheckProblem | null {
	if (series.cases.every((cases) => cases === 0))
		return series.family === 'share' || series.family === 'individual'
			? 'measure_without_data'
			: 'selection_empty';
	if (series.family === 'rate' && series.sizes.every((orders) => orders === 0))
		return scope.ordersCoverSources ? 'measure_without_data' : 'orders_not_covering';
	if (plan.baseline === null) return 'baseline_missing';
	return afterFrom(plan) === null ? 'effective_missing' : null;
}

function nothing(problem: CheckProblem): PlanCheck {
	const none = { periods: [], values: [], sizes: [], cases: [], side: [] };
	return { ...none, verdict: null, sinceThen: null, problem, firstDay: null, chart: null };
}

/** Money of a case of the baseline, where the log tells it of any. */
function costOfCase({ cost, costed }: PlanGroup, side: readonly Side[]): number | null {
	const total = (values: readonly number[]): number =>
		values.reduce((sum, value, at) => sum + (side[at] === 'baseline' ? value : 0), 0);
	return total(costed) > 0 ? total(cost) / total(costed) : null;
}

/** Two verdicts of the same numbers have the same fingerprint. */
function fingerprintOf(numbers: object): string {
	return createHash('sha256').update(JSON.stringify(numbers)).digest('hex').slice(0, 16);
}
