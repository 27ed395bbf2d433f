import type { LimitStage } from '#lib/calendar/policy.ts';
import { having, withLimitPassed } from '#lib/filter/change.ts';
import type { Fact, Filter } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import { measures } from '#lib/measures/catalogue.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import type { Pattern } from '#lib/measures/control-rules.ts';
import type { ControlPageFacts } from '#lib/server/questions/control-page.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureName, unitWords } from '#lib/messages/measure-words.ts';

export interface ControlView {
	readonly f: Formats;
	readonly filter: Filter;
	readonly facts: ControlPageFacts;
	readonly dataVersion: number;
}

/** What a case must have to count for a measure. */
const factOf: Partial<Record<ControlMeasureId, Fact>> = {
	satisfaction_mean: 'satisfaction',
	satisfied_share: 'satisfaction',
	dissatisfied_share: 'satisfaction',
	first_response_median: 'first_response',
	resolution_median: 'resolution_or_open',
	reopened_share: 'reopens_told',
	cost: 'cost'
};

/** The stage whose limit must have passed for a case to count. */
const stageOf: Partial<Record<ControlMeasureId, LimitStage>> = {
	response_in_time: 'first_response',
	resolution_in_time: 'resolved'
};

/** The cases of a stretch of periods that a measure counts. */
export function casesOf({ filter, facts }: ControlView, from: number, to: number): Filter {
	const first = facts.periods[from];
	const last = facts.periods[to];
	const fact = factOf[facts.measure];
	const stage = stageOf[facts.measure];
	const period = first && last ? { since: first.since, until: last.until } : filter.period;
	const told = fact ? having(filter, fact) : filter;
	return { ...(stage ? withLimitPassed(told, stage) : told), period };
}

/** A value as the page prints it. */
export function valueText({ f, facts }: ControlView, value: number | null): string {
	if (value === null) return '–';
	switch (measures[facts.measure].unit) {
		case 'cases':
			return Number.isInteger(value) || value >= 100
				? f.count(Math.round(value))
				: f.number(value, 1, 1);
		case 'share':
			return f.percent(value);
		case 'score':
			return f.score(value);
		case 'minutes':
			return f.duration(value);
		case 'money':
			return f.money(value);
		default:
			return f.number(value, value < 1 ? 3 : value < 10 ? 2 : 1, value < 10 ? 2 : 1);
	}
}

/** The same on an axis, where fewer digits do. */
export function tickText(view: ControlView, value: number): string {
	const { f, facts } = view;
	switch (measures[facts.measure].unit) {
		case 'share':
			return f.percent(value, 0);
		case 'minutes':
			return f.duration(value);
		case 'money':
			return f.compactCount(value);
		default:
			return Math.abs(value) >= 1_000 ? f.compactCount(value) : f.number(value, 2);
	}
}

/** A value in a sentence, where a number alone does not show its unit. */
export function valueWithUnit(view: ControlView, value: number | null): string {
	const text = valueText(view, value);
	const { unit } = measures[view.facts.measure];
	if (value === null || (unit !== 'cases' && unit !== 'per_10000_orders')) return text;
	return m.control_with_unit({ value: text, unit: unitWords[unit]() });
}

/** The measure's name with its unit, where a number alone does not show it. */
export function valueName({ facts }: ControlView): string {
	const name = measureName(facts.measure);
	const { unit } = measures[facts.measure];
	if (unit !== 'cases' && unit !== 'per_10000_orders') return name;
	return m.control_value_name({ measure: name, unit: unitWords[unit]() });
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
