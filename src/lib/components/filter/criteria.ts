import { judgedStages } from '#lib/calendar/policy.ts';
import { shiftDay } from '#lib/filter/codec.ts';
import { widened, type Choosable } from '#lib/filter/change.ts';
import type { Fact, Filter, MinuteSpan, State } from '#lib/filter/filter.ts';
import type { LogSource, LogState } from '#lib/filter/log-state.ts';
import type { Formats } from '#lib/format/formats.ts';
import { dimensions } from '#lib/measures/case-fields.ts';
import { fieldName } from '#lib/messages/field-names.ts';
import { limitStageName, outcomeName } from '#lib/messages/limit-words.ts';
import { flagText } from '#lib/messages/flag-words.ts';
import * as m from '#lib/messages/generated/messages.js';

/** One criterion of a filter in words, and the filter without it. */
export interface Criterion {
	readonly text: string;
	readonly without: Filter;
}

/** A value as shown: the blank group has a name of its own. */
export function valueText(value: string | null): string {
	return value === null || value === '' ? m.blank_value() : value;
}

/** A log as shown: the one that came with the product is called what it is. */
function sourceText(name: string, logs: readonly LogSource[]): string {
	return logs.some(({ source, demo }) => demo && source === name) ? m.shell_demo() : name;
}

/** A value one can choose, as shown. */
export function chosenText(
	by: Choosable,
	value: string | null,
	logs: readonly LogSource[]
): string {
	return by === 'source' && value ? sourceText(value, logs) : valueText(value);
}

const unknownLog: Pick<LogState, 'sources' | 'themeNames'> = { sources: [], themeNames: {} };

/**
 * Everything a filter asks for besides period, comparison, search and what has a button of its
 * own (`shown`).
 */
export function criteria(
	filter: Filter,
	shown: readonly Choosable[],
	f: Formats,
	{ sources: logs, themeNames }: Pick<LogState, 'sources' | 'themeNames'> = unknownLog
): Criterion[] {
	const found: Criterion[] = [];
	const add = (text: string, without: Filter) => found.push({ text, without });

	if (filter.sources.length > 0 && !shown.includes('source')) {
		const names = filter.sources.map((name) => sourceText(name, logs));
		add(named(fieldName('source'), names, f), widened(filter, 'source'));
	}
	for (const dimension of dimensions) {
		const values = filter.dimensions[dimension];
		if (values && !shown.includes(dimension))
			add(named(fieldName(dimension), values, f), widened(filter, dimension));
	}
	if (filter.scores.length > 0) add(scoreText(filter.scores, f), { ...filter, scores: [] });
	for (const state of filter.states)
		add(stateNames[state](), {
			...filter,
			states: filter.states.filter((other) => other !== state)
		});
	for (const fact of filter.having)
		add(m.chip_has({ fact: factNames[fact]() }), {
			...filter,
			having: filter.having.filter((other) => other !== fact)
		});
	for (const fact of filter.lacking)
		add(m.chip_lacks({ fact: factNames[fact]() }), {
			...filter,
			lacking: filter.lacking.filter((other) => other !== fact)
		});
	if (filter.firstResponse)
		add(
			m.chip_first_response({ span: spanText(filter.firstResponse, f) }),
			without(filter, 'firstResponse')
		);
	if (filter.resolution)
		add(m.chip_resolution({ span: spanText(filter.resolution, f) }), without(filter, 'resolution'));
	if (filter.firstResponseWorking)
		add(
			m.chip_first_response_working({ span: spanText(filter.firstResponseWorking, f) }),
			without(filter, 'firstResponseWorking')
		);
	if (filter.resolutionWorking)
		add(
			m.chip_resolution_working({ span: spanText(filter.resolutionWorking, f) }),
			without(filter, 'resolutionWorking')
		);
	for (const stage of judgedStages) {
		const wanted = filter.limits?.[stage] ?? [];
		if (wanted.length === 0) continue;
		const { [stage]: _, ...others } = filter.limits ?? {};
		add(
			m.chip_limit({
				stage: limitStageName(stage),
				outcomes: f.list(wanted.map(outcomeName))
			}),
			{ ...filter, limits: Object.keys(others).length > 0 ? others : undefined }
		);
	}
	if (filter.openOn) add(m.chip_open_on({ day: f.day(filter.openOn) }), without(filter, 'openOn'));
	if (filter.within)
		add(m.chip_within({ days: f.dayRange(filter.within) }), without(filter, 'within'));
	if (filter.load !== undefined)
		add(m.chip_load({ load: f.count(filter.load) }), without(filter, 'load'));
	if (filter.warning)
		add(m.chip_warning({ warning: flagText(filter.warning) }), without(filter, 'warning'));
	for (const word of filter.words ?? [])
		add(m.chip_word({ word }), { ...filter, words: withoutOne(filter.words, word) });
	for (const theme of filter.themes ?? [])
		add(themeText(theme, themeNames[theme]), {
			...filter,
			themes: withoutOne(filter.themes, theme)
		});
	if (filter.twins !== undefined)
		add(m.chip_twins({ group: f.count(filter.twins % 100_000_000) }), without(filter, 'twins'));
	if (filter.extra) add(named(filter.extra.key, [filter.extra.value], f), without(filter, 'extra'));
	return found;
}

/** What a theme is called; its number alone where nobody has looked it up. */
function themeText(theme: number, words: string | undefined): string {
	if (theme === 0) return m.themes_none_of_them();
	return words ? m.chip_theme_named({ words }) : m.chip_theme({ theme: theme % 1000 });
}

/** The last day of a half-open range, as people name it. */
export function lastDay(until: string): string {
	return shiftDay(until, -1);
}

type Optional =
	| 'firstResponse'
	| 'resolution'
	| 'firstResponseWorking'
	| 'resolutionWorking'
	| 'openOn'
	| 'within'
	| 'load'
	| 'warning'
	| 'twins'
	| 'extra';

function without(filter: Filter, key: Optional): Filter {
	return { ...filter, [key]: undefined };
}

/** A choice that is left out altogether when its last value goes. */
function withoutOne<T>(values: readonly T[] | undefined, value: T): readonly T[] | undefined {
	const others = values?.filter((other) => other !== value) ?? [];
	return others.length > 0 ? others : undefined;
}

function named(name: string, values: readonly string[], f: Formats): string {
	return m.chip_dimension({ dimension: name, values: f.list(values.map(valueText)) });
}

function scoreText(scores: readonly number[], f: Formats): string {
	const rated = scores.filter((score) => score > 0).map(String);
	const words = rated.length > 0 ? [m.chip_score({ scores: f.list(rated) })] : [];
	return f.list(scores.includes(0) ? [...words, m.chip_unrated()] : words);
}

function spanText({ from, below }: MinuteSpan, f: Formats): string {
	if (below === undefined) return m.chip_span_from({ from: f.duration(from ?? 0) });
	if (from === undefined || from === 0) return m.chip_span_below({ below: f.duration(below) });
	return m.chip_span_between({ from: f.duration(from), below: f.duration(below) });
}

/** A state a case can be in, in words. */
export function stateName(state: State): string {
	return stateNames[state]();
}

/** What a case can have or lack, in words. */
export function factName(fact: Fact): string {
	return factNames[fact]();
}

const stateNames: Readonly<Record<State, () => string>> = {
	resolved: m.value_state_resolved,
	open: m.value_state_open,
	time_missing: m.value_state_time_missing,
	unknown: m.value_state_unknown
};

const factNames: Readonly<Record<Fact, () => string>> = {
	first_response: m.fact_first_response,
	resolution: m.fact_resolution,
	resolution_or_open: m.fact_resolution_or_open,
	satisfaction: m.fact_satisfaction,
	admissible: m.fact_admissible,
	cost: m.fact_cost,
	amount: m.fact_amount,
	narrative: m.fact_narrative,
	customer: m.fact_customer,
	reopens_told: m.fact_reopens_told,
	clear_finding: m.fact_clear_finding,
	nps: m.fact_nps,
	promoter: m.fact_promoter,
	passive: m.fact_passive,
	detractor: m.fact_detractor,
	timeliness_score: m.fact_timeliness_score,
	solution_score: m.fact_solution_score,
	openness_score: m.fact_openness_score,
	follow_up_score: m.fact_follow_up_score,
	timeliness_satisfied: m.fact_timeliness_satisfied,
	solution_satisfied: m.fact_solution_satisfied,
	openness_satisfied: m.fact_openness_satisfied,
	follow_up_satisfied: m.fact_follow_up_satisfied,
	contradicting_flag: m.fact_contradicting_flag,
	first_response_working: m.fact_first_response_working,
	resolution_working_or_open: m.fact_resolution_working_or_open,
	handling_minutes: m.fact_handling_minutes
};
