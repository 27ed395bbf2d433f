import { narrowed } from '#lib/filter/change.ts';
import { countedCases } from '#lib/filter/counted-cases.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { PointedAt } from '#lib/filter/improve.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import {
	betterOf as betterOfMeasure,
	hasTargets,
	measureKey,
	unitOf as unitOfMeasure,
	type ChartedMeasure
} from '#lib/measures/charted-measure.ts';
import type { Measure, MeasureUnit } from '#lib/measures/measure.ts';
import type { Pattern } from '#lib/measures/control-rules.ts';
import type { ControlPageFacts } from '#lib/server/questions/control-page.ts';
import * as m from '#lib/messages/generated/messages.js';
import { nameWithUnit, unitTick, unitValue, withUnit } from '#lib/messages/measure-values.ts';
import { measureName } from '#lib/messages/measure-words.ts';

export interface ControlView {
	readonly f: Formats;
	readonly filter: Filter;
	readonly facts: ControlPageFacts;
	readonly dataVersion: number;
}

/** The cases of a stretch of periods that a measure counts. */
export function casesOf({ filter, facts }: ControlView, from: number, to: number): Filter {
	const first = facts.periods[from];
	const last = facts.periods[to];
	const period = first && last ? { since: first.since, until: last.until } : filter.period;
	return { ...countedCases(filter, measureOf(facts)), period };
}

/** What is charted. */
const measureOf = ({ own, measure }: ControlPageFacts): ChartedMeasure => own ?? measure;

/** The same as records know it. */
export function measureId({ facts }: ControlView): string {
	return measureKey(measureOf(facts));
}

export function nameOf({ facts }: ControlView): string {
	return measureName(measureOf(facts));
}

export function unitOf({ facts }: ControlView): MeasureUnit {
	return unitOfMeasure(measureOf(facts));
}

export function betterOf({ facts }: ControlView): Measure['better'] {
	return betterOfMeasure(measureOf(facts));
}

/**
 * What an improvement of these cases would be followed by: this measure, or of one without a good end the
 * number of the cases it counts.
 */
export function followedBy(
	{ facts }: ControlView,
	filter: Filter
): { readonly measure: string; readonly filter: Filter } {
	return facts.own && !hasTargets(facts.own)
		? { measure: facts.measure, filter: countedCases(filter, facts.own) }
		: { measure: measureKey(measureOf(facts)), filter };
}

/** A stretch of periods of this chart, or of the panel of a value, to start an improvement from. */
export function pointedAt(
	view: ControlView,
	from: number,
	to: number,
	panel?: { readonly dimension: Dimension; readonly value: string | null }
): PointedAt {
	const { filter, facts } = view;
	const first = facts.periods[from];
	const last = facts.periods[to];
	const narrow = panel ? narrowed(filter, panel.dimension, [panel.value ?? '']) : filter;
	return {
		page: '/control',
		own: { measure: measureId(view), step: facts.choices.step },
		...(panel && { by: panel.dimension }),
		...followedBy(
			view,
			first && last ? { ...narrow, period: { since: first.since, until: last.until } } : narrow
		)
	};
}

/** A value as the page prints it. */
export function valueText(view: ControlView, value: number | null): string {
	return unitValue(view.f, unitOf(view), value);
}

/** The same on an axis, where fewer digits do. */
export function tickText(view: ControlView, value: number): string {
	return unitTick(view.f, unitOf(view), value);
}

/** A value in a sentence, where a number alone does not show its unit. */
export function valueWithUnit(view: ControlView, value: number | null): string {
	return withUnit(unitOf(view), valueText(view, value), value);
}

/** The measure's name with its unit, where a number alone does not show it. */
export function valueName(view: ControlView): string {
	return nameWithUnit(nameOf(view), unitOf(view));
}

/** A month, week or day by its first day. */
export function periodName({ f, facts }: ControlView, at: number): string {
	const day = facts.periods[at]?.since;
	if (day === undefined) return '';
	const { step } = facts.choices;
	if (step === 'month') return f.month(day);
	return step === 'week' ? m.control_week_of({ day: f.day(day) }) : f.day(day);
}

/** One period, or from one to another. */
export function stretchName(view: ControlView, { from, to }: Pick<Pattern, 'from' | 'to'>): string {
	if (from === to) return periodName(view, from);
	const first = view.facts.periods[from];
	const last = view.facts.periods[to];
	return first && last ? view.f.dayRange({ since: first.since, until: last.until }) : '';
}

/** "3 months". */
export function spanText({ f, facts }: ControlView, count: number): string {
	return m[`control_span_${facts.choices.step}`]({ count, shown: f.count(count) });
}
