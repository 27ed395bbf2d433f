import { judgedStages, type JudgedStage, type Outcome } from '#lib/calendar/policy.ts';
import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import type { DayRange, Filter, MinuteSpan } from './filter.ts';

/**
 * The cases two filters both mean, as one filter with the period and comparison of the first. `nothing`:
 * no case can be in both. `too_much`: one filter cannot say it (two different texts to search for, two
 * different loads).
 */
export function bothOf(one: Filter, other: Filter): Filter | 'nothing' | 'too_much' {
	const chosen: Partial<Record<Dimension, readonly string[]>> = {};
	const limits: Partial<Record<JudgedStage, readonly Outcome[]>> = {};
	let empty = false;
	const common = <T>(a: readonly T[] = [], b: readonly T[] = []): readonly T[] => {
		if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
		const shared = a.filter((value) => b.includes(value));
		empty ||= shared.length === 0;
		return shared;
	};
	for (const name of dimensions) {
		const values = common(one.dimensions[name], other.dimensions[name]);
		if (values.length > 0) chosen[name] = values;
	}
	for (const stage of judgedStages) {
		const wanted = common(one.limits?.[stage], other.limits?.[stage]);
		if (wanted.length > 0) limits[stage] = wanted;
	}
	const having = union(one.having, other.having);
	const lacking = union(one.lacking, other.lacking);
	const spans = spanNames.map((name) => [name, commonSpan(one[name], other[name])] as const);
	const within = commonDays(one.within, other.within);
	const themes = common(one.themes, other.themes);
	const words = union(one.words ?? [], other.words ?? []);
	const lists = {
		sources: common(one.sources, other.sources),
		scores: common(one.scores, other.scores),
		states: common(one.states, other.states)
	};
	if (singles.some((name) => !isOneOf(one[name], other[name]))) return 'too_much';
	if (one.extra && other.extra && !isSame(one.extra, other.extra))
		return one.extra.key === other.extra.key ? 'nothing' : 'too_much';
	empty ||= having.some((fact) => lacking.includes(fact));
	empty ||= spans.some(([, span]) => span !== undefined && isEmptySpan(span));
	empty ||= within !== undefined && within.since >= within.until;
	if (empty) return 'nothing';
	return {
		period: one.period,
		comparison: one.comparison,
		dimensions: chosen,
		...lists,
		having,
		lacking,
		...Object.fromEntries(spans.filter(([, span]) => span !== undefined)),
		...(Object.keys(limits).length > 0 && { limits }),
		...(within && { within }),
		...Object.fromEntries(
			[...singles, 'extra' as const]
				.map((name) => [name, one[name] ?? other[name]] as const)
				.filter(([, value]) => value !== undefined)
		),
		...(words.length > 0 && { words }),
		...(themes.length > 0 && { themes })
	};
}

const spanNames = [
	'firstResponse',
	'resolution',
	'firstResponseWorking',
	'resolutionWorking'
] as const;

/** Of these a filter holds one. */
const singles = ['openOn', 'load', 'warning', 'search', 'twins'] as const;

function isOneOf<T>(a: T | undefined, b: T | undefined): boolean {
	return a === undefined || b === undefined || a === b;
}

function isSame(a: { key: string; value: string }, b: { key: string; value: string }): boolean {
	return a.key === b.key && a.value === b.value;
}

function union<T>(a: readonly T[], b: readonly T[]): readonly T[] {
	return [...new Set([...a, ...b])];
}

function commonSpan(a: MinuteSpan | undefined, b: MinuteSpan | undefined): MinuteSpan | undefined {
	if (!a || !b) return a ?? b;
	const from = Math.max(a.from ?? -Infinity, b.from ?? -Infinity);
	const below = Math.min(a.below ?? Infinity, b.below ?? Infinity);
	return {
		...(Number.isFinite(from) && { from }),
		...(Number.isFinite(below) && { below })
	};
}

function isEmptySpan({ from = 0, below = Infinity }: MinuteSpan): boolean {
	return below <= from;
}

function commonDays(a: DayRange | undefined, b: DayRange | undefined): DayRange | undefined {
	if (!a || !b) return a ?? b;
	return {
		since: a.since > b.since ? a.since : b.since,
		until: a.until < b.until ? a.until : b.until
	};
}
