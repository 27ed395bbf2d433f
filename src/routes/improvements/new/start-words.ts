import { criteria, valueText } from '#lib/components/filter/criteria.ts';
import { emptyFilter, type DayRange, type Filter } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Proposal } from '#lib/improvement/propose.ts';
import { dimensions } from '#lib/measures/case-fields.ts';
import { betterOf, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureName } from '#lib/messages/measure-words.ts';
import type { StartFacts } from '#lib/server/questions/improvement-start.ts';

/** 物流配送 › 包裹破损: values chosen from wide to narrow, then whatever else was chosen. */
export function pointedName(f: Formats, filter: Filter): string {
	const path = dimensions.flatMap((name) => {
		const values = filter.dimensions[name];
		return values && values.length > 0 ? [shortList(f, values)] : [];
	});
	const others = criteria({ ...filter, dimensions: {}, sources: [] }, [], f).map(
		({ text }) => text
	);
	const name = [path.join(' › '), ...others].filter((text) => text !== '').join(' · ');
	return name === '' ? m.improvement_selection_all() : name;
}

/** 物流配送 › 包裹破损：每万单投诉 */
export function proposedTheme(name: string, measure: ChartedMeasure): string {
	return m.improve_theme({ name, measure: measureName(measure) });
}

/** The filter in words, days first. */
export function filterWords(f: Formats, filter: Filter, days: DayRange): readonly string[] {
	const { period, comparison } = emptyFilter;
	const chosen = criteria({ ...filter, period, comparison, within: undefined }, [], f);
	return [
		f.dayRange(days),
		...chosen.map(({ text }) => text),
		...(filter.search ? [m.improve_chip_search({ text: filter.search })] : [])
	];
}

/** Which way is better, in a few words. */
export function directionWords(measure: ChartedMeasure): string {
	return betterOf(measure) === 'higher' ? m.improve_better_higher() : m.improve_better_lower();
}

export function stepReason(f: Formats, proposal: Proposal): string {
	const words = {
		cases: f.number(proposal.casesPerWeek, proposal.casesPerWeek < 10 ? 1 : 0),
		fewest: f.count(proposal.fewestAWeek)
	};
	return proposal.casesPerWeek >= proposal.fewestAWeek
		? m.improve_step_reason_week(words)
		: m.improve_step_reason_month(words);
}

export function baselineReason(f: Formats, { baseline, points, step }: Proposal): string {
	if (!baseline) return m.improve_baseline_reason_none();
	const count = { count: points, shown: f.count(points) };
	return step === 'week'
		? m.improve_baseline_reason_week(count)
		: m.improve_baseline_reason_month(count);
}

export function triggerReason(f: Formats, { trigger, pointedAtLong }: Proposal): string {
	if (trigger) return m.improve_trigger({ days: f.dayRange(trigger) });
	return pointedAtLong ? m.improve_trigger_long() : m.improve_trigger_outside();
}

/** Why what was entered was not taken. */
export function problemWords(
	f: Formats,
	problem: string,
	{ firstDay, asOfDay }: Pick<StartFacts, 'firstDay' | 'asOfDay'>
): string {
	switch (problem) {
		case 'since_unreadable':
			return m.improve_problem_since_unreadable();
		case 'since_too_late':
			return m.improve_problem_since_too_late();
		case 'since_before_log':
			return m.improve_problem_since_before_log({ day: f.day(firstDay) });
		case 'last_after_log':
			return m.improve_problem_last_after_log({ day: f.day(asOfDay) });
		case 'smallest_unreadable':
			return m.improve_problem_smallest();
		case 'no_measure':
			return m.improve_no_measure();
		default:
			return m.improve_no_cases();
	}
}

const mostNames = 3;
function shortList(f: Formats, values: readonly string[]): string {
	const names = values.map(valueText);
	if (names.length <= mostNames) return f.list(names);
	const more = names.length - mostNames;
	return m.improve_more({
		names: f.list(names.slice(0, mostNames)),
		count: more,
		shown: f.count(more)
	});
}
