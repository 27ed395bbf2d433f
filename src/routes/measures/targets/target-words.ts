import type { Formats } from '#lib/format/formats.ts';
import type { TargetRowProblem } from '#lib/import/target-rows.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { TargetDoubt } from '#lib/measures/target-doubts.ts';
import type { TargetScope, TargetSpan } from '#lib/measures/target.ts';
import { fieldName } from '#lib/messages/field-names.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureValue, valueAndUnit } from '#lib/messages/measure-values.ts';
import type { TargetFacts } from '#lib/server/questions/targets-page.ts';

/** "2025年第四季度". */
export function spanName(f: Formats, span: TargetSpan, since: string): string {
	if (span === 'month') return f.month(since);
	if (span === 'year') return m.targets_year({ year: since.slice(0, 4) });
	const quarter = (Number(since.slice(5, 7)) + 2) / 3;
	return m.targets_quarter({ year: since.slice(0, 4), quarter: String(quarter) });
}

export function scopeName(scope: TargetScope | null): string {
	if (scope === null) return m.targets_all_cases();
	return m.targets_scope({
		field: fieldName(scope.dimension),
		value: scope.value || m.blank_value()
	});
}

export const spanWords: Readonly<Record<TargetSpan, () => string>> = {
	month: m.targets_span_month,
	quarter: m.targets_span_quarter,
	year: m.targets_span_year
};

/** What is expected at the end of a running span, how sure, and by what. */
export function outlookText(f: Formats, target: TargetFacts): string {
	const { outlook, measure } = target;
	if (!outlook) return m.targets_outlook_none();
	const text = (value: number): string => measureValue(f, measure, value);
	return f.sentences(
		m.targets_outlook({
			value: text(outlook.value),
			lower: text(outlook.lower80),
			upper: text(outlook.upper80)
		}),
		outlook.method === 'forecast'
			? m.targets_outlook_forecast({ months: f.count(outlook.months) })
			: m.targets_outlook_limits({ months: f.count(outlook.months) }),
		outlook.changing && m.targets_outlook_changing()
	);
}

/** How likely the target is met, in words with the number. */
export function chanceText(f: Formats, probability: number): string {
	const percent = f.percent(probability, 0);
	if (probability === 0) return m.targets_chance_lost();
	if (probability === 1) return m.targets_chance_won();
	if (probability >= 0.8) return m.targets_chance_likely({ percent: bounded(f, probability) });
	if (probability <= 0.2) return m.targets_chance_unlikely({ percent: bounded(f, probability) });
	return m.targets_chance_open({ percent });
}

function bounded(f: Formats, probability: number): string {
	if (probability >= 0.99) return m.targets_over({ value: f.percent(0.99, 0) });
	if (probability <= 0.01) return m.targets_under({ value: f.percent(0.01, 0) });
	return f.percent(probability, 0);
}

export const problemWords: Readonly<
	Record<
		TargetRowProblem | 'no_such_target' | 'file_missing' | 'file_too_long' | 'columns_missing',
		() => string
	>
> = {
	target_missing: m.targets_problem_target_missing,
	target_unreadable: m.targets_problem_target_unreadable,
	unit_missing: m.targets_problem_unit_missing,
	unit_wrong: m.targets_problem_unit_wrong,
	target_out_of_range: m.targets_problem_target_out_of_range,
	measure_without_target: m.targets_problem_measure_without_target,
	measure_unknown: m.targets_problem_measure_unknown,
	dimension_unknown: m.targets_problem_dimension_unknown,
	value_missing: m.targets_problem_value_missing,
	dimension_missing: m.targets_problem_dimension_missing,
	span_unreadable: m.targets_problem_span_unreadable,
	said_twice: m.targets_problem_said_twice,
	no_such_target: m.targets_problem_no_such_target,
	file_missing: m.targets_problem_file_missing,
	file_too_long: m.targets_problem_file_too_long,
	columns_missing: m.targets_problem_columns_missing
};

/** Why one asks whether a target was meant so. */
export function doubtText(
	f: Formats,
	found: {
		readonly doubt: TargetDoubt | null;
		readonly usual: number | null;
		readonly target: { readonly measure: ChartedMeasure; readonly value: number };
	}
): string {
	const { measure } = found.target;
	const words = {
		value: valueAndUnit(f, measure, found.target.value),
		usual: valueAndUnit(f, measure, found.usual)
	};
	return found.doubt === 'far_off'
		? m.targets_doubt_far_off(words)
		: m.targets_doubt_already_met(words);
}

/** The page's answer: how many are met and how many of the running ones are in danger. */
export function targetsTitle(f: Formats, targets: readonly TargetFacts[]): string {
	const count = (one: TargetFacts['attainment']): number =>
		targets.filter(({ attainment }) => attainment === one).length;
	const [met, missed, running] = [count('met'), count('missed'), count('running')];
	if (targets.length === 0) return m.targets_title_none();
	const danger = targets.filter(({ outlook }) => outlook && outlook.probability <= 0.2).length;
	const parts = [
		running > 0 &&
			m.targets_title_running({
				count: running,
				shown: f.count(running),
				danger: f.count(danger)
			}),
		met + missed > 0 &&
			m.targets_title_over({ met: f.count(met), all: f.count(met + missed), count: met + missed }),
		running + met + missed === 0 &&
			m.targets_title_waiting({ count: targets.length, shown: f.count(targets.length) })
	];
	return parts.filter((part) => part !== false).join(m.clause_separator());
}
