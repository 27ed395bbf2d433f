import { judgedStages, outcomes, type JudgedStage, type Outcome } from '#lib/calendar/policy.ts';
import { dimensions } from '#lib/measures/case-fields.ts';
import {
	comparisons,
	emptyFilter,
	facts,
	periodNames,
	states,
	type DayRange,
	type Filter,
	type MinuteSpan
} from './filter.ts';

/** A parameter that could not be read; it is left out of the filter and said on the page. */
export interface FilterProblem {
	readonly parameter: string;
	readonly value: string;
}

/** Days of these centuries: periods can be shifted by their own length and stay dates of four digits. */
const dayForm = /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/;
const longestText = 200;

/**
 * Reads a filter from URL parameters. Unknown parameters are other people's (sort, page …) and are
 * ignored; known ones that cannot be read are collected, not thrown.
 * `parseFilter(formatFilter(f)).filter` equals `f`.
 */
export function parseFilter(parameters: URLSearchParams): {
	readonly filter: Filter;
	readonly problems: readonly FilterProblem[];
} {
	const problems: FilterProblem[] = [];
	const read = <T>(name: string, parse: (text: string) => T | undefined): T | undefined => {
		const text = parameters.get(name);
		if (text === null || text === '') return undefined;
		const value = parse(text);
		if (value === undefined) problems.push({ parameter: name, value: text });
		return value;
	};
	const readAll = <T>(name: string, parse: (text: string) => T | undefined): T[] =>
		[...new Set(parameters.getAll(name))].flatMap((text) => {
			const value = parse(text);
			if (value === undefined) problems.push({ parameter: name, value: text });
			return value === undefined ? [] : [value];
		});

	const since = read('since', day);
	const until = read('until', day);
	const range = since && until && since <= until ? { since, until: nextDay(until) } : undefined;
	if (since && until && since > until) problems.push({ parameter: 'until', value: until });
	// Half a period is none: answering about another one would be a wrong number.
	if (since && !parameters.get('until')) problems.push({ parameter: 'since', value: since });
	if (until && !parameters.get('since')) problems.push({ parameter: 'until', value: until });

	const chosen: Record<string, readonly string[]> = {};
	for (const name of dimensions) {
		const values = [...new Set(parameters.getAll(name))];
		if (values.length > 0) chosen[name] = values;
	}
	const key = parameters.get('extra');

	const filter: Filter = {
		...emptyFilter,
		period: range ?? read('period', oneOf(periodNames)) ?? emptyFilter.period,
		comparison: read('against', oneOf(comparisons)) ?? emptyFilter.comparison,
		dimensions: chosen,
		sources: readAll('source', (text) => text || undefined),
		scores: readAll('score', (text) => (/^[0-5]$/.test(text) ? Number(text) : undefined)),
		states: readAll('state', oneOf(states)),
		having: readAll('has', oneOf(facts)),
		lacking: readAll('lacks', oneOf(facts)),
		...optional('firstResponse', read('first_response', span)),
		...optional('resolution', read('resolved_in', span)),
		...optional('firstResponseWorking', read('worked_to_response', span)),
		...optional('resolutionWorking', read('worked_to_resolution', span)),
		...optional('limits', limitsOf(readAll('due', limit))),
		...optional('openOn', read('open_on', day)),
		...optional('within', read('within', days)),
		...optional('load', read('load', ordinal)),
		...optional(
			'warning',
			read('warning', (text) => opening(text))
		),
		...optional(
			'search',
			read('q', (text) => opening(text.trim()) || undefined)
		),
		...optional('words', someOf(readAll('word', (text) => opening(text) || undefined))),
		...optional('themes', someOf(readAll('theme', ordinal))),
		...optional('twins', read('alike', ordinal)),
		...optional('extra', key ? { key, value: parameters.get('extra_value') ?? '' } : undefined)
	};
	return { filter, problems };
}

/** The filter a kept query text means; what of it cannot be read is left out. */
export function keptFilter(query: string): Filter {
	return parseFilter(new URLSearchParams(query)).filter;
}

/** Writes a filter as URL parameters in one fixed order; defaults are not written. */
export function formatFilter(filter: Filter): URLSearchParams {
	const parameters = new URLSearchParams();
	if (typeof filter.period === 'object') {
		parameters.set('since', filter.period.since);
		parameters.set('until', previousDay(filter.period.until));
	} else if (filter.period !== emptyFilter.period) parameters.set('period', filter.period);
	if (filter.comparison !== emptyFilter.comparison) parameters.set('against', filter.comparison);
	const append = (name: string, values: readonly (string | number)[]) => {
		for (const value of values) parameters.append(name, String(value));
	};
	append('source', filter.sources);
	for (const name of dimensions) append(name, filter.dimensions[name] ?? []);
	append('score', filter.scores);
	append('state', filter.states);
	append('has', filter.having);
	append('lacks', filter.lacking);
	if (filter.firstResponse) parameters.set('first_response', spanText(filter.firstResponse));
	if (filter.resolution) parameters.set('resolved_in', spanText(filter.resolution));
	if (filter.firstResponseWorking)
		parameters.set('worked_to_response', spanText(filter.firstResponseWorking));
	if (filter.resolutionWorking)
		parameters.set('worked_to_resolution', spanText(filter.resolutionWorking));
	for (const stage of judgedStages)
		append(
			'due',
			(filter.limits?.[stage] ?? []).map((outcome) => `${stage}.${outcome}`)
		);
	if (filter.openOn) parameters.set('open_on', filter.openOn);
	if (filter.within)
		parameters.set('within', `${filter.within.since}~${previousDay(filter.within.until)}`);
	if (filter.load !== undefined) parameters.set('load', String(filter.load));
	if (filter.warning) parameters.set('warning', filter.warning);
	if (filter.search) parameters.set('q', filter.search);
	append('word', filter.words ?? []);
	append('theme', filter.themes ?? []);
	if (filter.twins !== undefined) parameters.set('alike', String(filter.twins));
	if (filter.extra) {
		parameters.set('extra', filter.extra.key);
		parameters.set('extra_value', filter.extra.value);
	}
	return parameters;
}

/** The day after, in the calendar; days carry no zone. */
export function nextDay(text: string): string {
	return shiftDay(text, 1);
}

export function previousDay(text: string): string {
	return shiftDay(text, -1);
}

export function shiftDay(text: string, days: number): string {
	return new Date(Date.parse(`${text}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function day(text: string): string | undefined {
	if (!dayForm.test(text)) return undefined;
	const instant = Date.parse(`${text}T00:00:00Z`);
	// 2025-02-30 parses as a date in March in some engines: it must read back the same.
	return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
		? text
		: undefined;
}

function days(text: string): DayRange | undefined {
	const [since, until] = text.split('~').map((part) => day(part));
	return since && until && since <= until ? { since, until: nextDay(until) } : undefined;
}

/** `resolved.breached`. */
function limit(text: string): { stage: JudgedStage; outcome: Outcome } | undefined {
	const [name, how] = text.split('.');
	const stage = judgedStages.find((known) => known === name);
	const outcome = outcomes.find((known) => known === how);
	return stage && outcome && text === `${stage}.${outcome}` ? { stage, outcome } : undefined;
}

function limitsOf(
	chosen: readonly { stage: JudgedStage; outcome: Outcome }[]
): Filter['limits'] | undefined {
	const limits: Partial<Record<JudgedStage, Outcome[]>> = {};
	for (const { stage, outcome } of chosen) (limits[stage] ??= []).push(outcome);
	return chosen.length > 0 ? limits : undefined;
}

function span(text: string): MinuteSpan | undefined {
	const match = /^(\d+(?:\.\d+)?)?~(\d+(?:\.\d+)?)?$/.exec(text);
	if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
	return {
		...optional('from', match[1] === undefined ? undefined : Number(match[1])),
		...optional('below', match[2] === undefined ? undefined : Number(match[2]))
	};
}

function spanText({ from, below }: MinuteSpan): string {
	return `${from ?? ''}~${below ?? ''}`;
}

/** The first letters of a text; an emoji is never cut in two. */
function opening(text: string): string {
	return [...text].slice(0, longestText).join('');
}

function ordinal(text: string): number | undefined {
	return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function someOf<T>(values: readonly T[]): readonly T[] | undefined {
	return values.length > 0 ? values : undefined;
}

function oneOf<T extends string>(names: readonly T[]) {
	return (text: string): T | undefined => names.find((name) => name === text);
}

function optional<K extends string, T>(name: K, value: T | undefined): { [P in K]?: T } {
	return value === undefined ? {} : ({ [name]: value } as { [P in K]?: T });
}
