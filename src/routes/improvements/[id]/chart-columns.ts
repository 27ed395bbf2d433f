import type {
	ImprovementColumns,
	ImprovementWords
} from '#lib/charts/options/improvement-columns.ts';
import { periodLabel } from '#lib/components/improvement/period-label.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Side } from '#lib/improvement/check-periods.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { unitOf } from '#lib/measures/charted-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureTick, measureValue, nameAndUnit } from '#lib/messages/measure-values.ts';
import type { ShownCheck } from './shown-check.ts';

export const sideWords: Readonly<Record<Side, () => string>> = {
	baseline: m.improvement_side_baseline,
	excluded: m.improvement_side_excluded,
	transition: m.improvement_side_transition,
	after: m.improvement_side_after,
	later: m.improvement_side_later,
	partial: m.improvement_side_partial,
	outside: m.improvement_side_outside
};

const numbers = (line: readonly (number | null)[] = []): number[] =>
	line.map((value) => value ?? Number.NaN);

export function chartColumns(check: ShownCheck, plan: Plan): ImprovementColumns {
	return {
		period: check.periods.map(({ since }) => since),
		step: plan.step,
		value: numbers(check.values),
		center: numbers(check.lines?.center),
		lower: numbers(check.lines?.lower),
		upper: numbers(check.lines?.upper),
		side: check.side,
		// The line is the centre of all periods since: its end is named by the verdict's value only where both are one.
		mean: check.side.includes('later') ? null : (check.verdict?.primary.values.after ?? null),
		target: plan.target,
		effectiveAt: effectiveAt(check, plan.effectiveOn),
		minutes: unitOf(plan.measure) === 'minutes',
		floor: unitOf(plan.measure) === 'score' ? null : 0
	};
}

/** Between the last period before the effective date and the first it lies in. */
function effectiveAt({ periods }: ShownCheck, day: string | null): number | null {
	if (day === null) return null;
	const at = periods.findIndex(({ until }) => until > day);
	return at < 0 || (periods[0]?.since ?? '') > day ? null : at;
}

export function chartWords(check: ShownCheck, plan: Plan, f: Formats): ImprovementWords {
	const { measure } = plan;
	return {
		valueName: nameAndUnit(measure),
		tick: (value) => measureTick(f, measure, value),
		upper: m.improvement_chart_upper(),
		lower: m.improvement_chart_lower(),
		target: (value) => m.improvement_chart_target({ value: measureValue(f, measure, value) }),
		mean: (value) => m.improvement_chart_mean({ value: measureValue(f, measure, value) }),
		effective: plan.effectiveOn
			? m.improvement_chart_effective({ day: f.day(plan.effectiveOn) })
			: '',
		excluded: m.improvement_chart_excluded(),
		month: f.monthOfYear,
		year: f.year,
		tip: (at) => tip(check, plan, f, at)
	};
}

function tip(
	check: ShownCheck,
	{ measure, step }: Plan,
	f: Formats,
	at: number
): [string, ...string[]] {
	const period = check.periods[at];
	if (!period) return [''];
	const count = check.cases[at] ?? 0;
	const [lower, upper, center] = [check.lines?.lower, check.lines?.upper, check.lines?.center].map(
		(line) => line?.[at] ?? null
	) as [number | null, number | null, number | null];
	const text = (value: number | null): string => measureValue(f, measure, value);
	return [
		`${periodLabel(f, step, period.since)}${m.clause_separator()}${text(check.values[at] ?? null)}`,
		m.control_tip_cases({ count, shown: f.count(count) }),
		sideWords[check.side[at] ?? 'outside'](),
		...(lower !== null && upper !== null
			? [
					m.control_tip_limits({
						lower: text(lower),
						upper: text(upper),
						center: text(center)
					})
				]
			: [])
	];
}
