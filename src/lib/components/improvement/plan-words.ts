import type { Formats } from '#lib/format/formats.ts';
import { checkKindOf } from '#lib/improvement/check-group.ts';
import type { Plan, PlanField } from '#lib/improvement/plan.ts';
import { unitOf, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureName } from '#lib/messages/measure-words.ts';
import { valueAndUnit } from '#lib/messages/measure-values.ts';
import { ownFormulaText } from '../own-definition.ts';
import { selectionText } from './selection-words.ts';
import { methodWords } from './words.ts';

export const fieldWords: Readonly<Record<PlanField, () => string>> = {
	theme: m.improvement_field_theme,
	owner: m.improvement_field_owner,
	team: m.improvement_field_team,
	sponsor: m.improvement_field_sponsor,
	problem: m.improvement_field_problem,
	presentState: m.improvement_field_present_state,
	measure: m.improvement_field_measure,
	selection: m.improvement_field_selection,
	comparison: m.improvement_field_comparison,
	step: m.improvement_field_step,
	method: m.improvement_field_method,
	baseline: m.improvement_field_baseline,
	excluded: m.improvement_field_excluded,
	trialLimits: m.improvement_field_trial_limits,
	target: m.improvement_field_target,
	targetOn: m.improvement_field_target_on,
	smallestChange: m.improvement_field_smallest_change,
	effectiveOn: m.improvement_field_effective_on,
	transitionDays: m.improvement_field_transition_days,
	checkOn: m.improvement_field_check_on,
	cost: m.improvement_field_cost,
	benefit: m.improvement_field_benefit
};

export const stepWords: Readonly<Record<Plan['step'], () => string>> = {
	week: m.improvement_step_week,
	month: m.improvement_step_month
};

const none = '–';

/** Relative for rates, counts and times; points for shares; of means in their own unit. */
function smallestChangeText(f: Formats, measure: ChartedMeasure, value: number): string {
	if (checkKindOf(measure) === 'mean') return valueAndUnit(f, measure, value);
	const digits = value < 0.1 ? 1 : 0;
	return unitOf(measure) === 'share' ? f.points(value, 1) : f.percent(value, digits);
}

/** A field of a plan as it is printed; `measure` is the one its numbers are in. */
export function planValueText<Field extends PlanField>(
	f: Formats,
	measure: ChartedMeasure,
	field: Field,
	value: Plan[Field]
): string {
	const text = texts[field] as (f: Formats, value: Plan[Field], measure: ChartedMeasure) => string;
	return text(f, value, measure);
}

const plain = (_: Formats, value: string): string => (value.trim() === '' ? none : value);
const day = (f: Formats, value: string | null): string => (value === null ? none : f.day(value));
const money = (f: Formats, value: number | null): string =>
	value === null ? none : f.money(value);

const texts: {
	readonly [Field in PlanField]: (
		f: Formats,
		value: Plan[Field],
		measure: ChartedMeasure
	) => string;
} = {
	theme: plain,
	owner: plain,
	team: plain,
	sponsor: plain,
	problem: plain,
	presentState: plain,
	// Of an own measure what it is, too: people may have changed it since.
	measure: (f, value) =>
		typeof value === 'string'
			? measureName(value)
			: m.improvement_plan_own({ name: value.name, formula: ownFormulaText(value, f) }),
	selection: (f, value) => selectionText(value, f),
	comparison: (f, value) =>
		value === '' ? m.improvement_comparison_none() : selectionText(value, f),
	step: (_, value) => stepWords[value](),
	method: (_, value) => methodWords[value](),
	baseline: (f, value) => (value === null ? none : f.dayRange(value)),
	excluded: (f, value) =>
		value.length === 0
			? none
			: value
					.map((days) =>
						days.reason === ''
							? f.dayRange(days)
							: m.improvement_excluded_days({ days: f.dayRange(days), reason: days.reason })
					)
					.join(m.list_separator()),
	trialLimits: (_, value) => (value ? m.improvement_yes() : m.improvement_no()),
	target: (f, value, measure) => (value === null ? none : valueAndUnit(f, measure, value)),
	targetOn: day,
	smallestChange: (f, value, measure) =>
		value === null ? none : smallestChangeText(f, measure, value),
	effectiveOn: day,
	transitionDays: (f, value) => m.improvement_days_count({ count: value, shown: f.count(value) }),
	checkOn: day,
	cost: money,
	benefit: money
};
