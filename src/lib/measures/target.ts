import type { Dimension } from './case-fields.ts';
import type { ChartedMeasure } from './charted-measure.ts';

/** Cases of one value of a dimension. */
export interface TargetScope {
	readonly dimension: Dimension;
	readonly value: string;
}

export const targetSpans = ['month', 'quarter', 'year'] as const;
export type TargetSpan = (typeof targetSpans)[number];

/** What a measure is to reach over a span of time. */
export interface Target {
	readonly id: string;
	/** Of the catalogue, or one of a manager's own. */
	readonly measure: string;
	/** Null: all cases. */
	readonly scope: TargetScope | null;
	readonly span: TargetSpan;
	/** First day of the span. */
	readonly since: string;
	/** Over the whole span, in the unit a chart shows: share 0–1, minutes, per 10,000 orders, cases. */
	readonly value: number;
}

/** A target with the measure it is said of. */
export type MeasuredTarget = Omit<Target, 'measure'> & { readonly measure: ChartedMeasure };

/** What a target is said of: its later versions say the same. */
export type TargetPlace = Pick<Target, 'measure' | 'scope' | 'span' | 'since'>;

/** One id for every version of a target. */
export function targetId({ measure, scope, span, since }: TargetPlace): string {
	const parts = scope ? [scope.dimension, scope.value] : [];
	return JSON.stringify([measure, span, since, ...parts]);
}

/** Days from the first up to, not including, the last: `YYYY-MM-DD` of the business zone. */
export interface SpanDays {
	readonly since: string;
	readonly until: string;
}

const monthsIn: Readonly<Record<TargetSpan, number>> = { month: 1, quarter: 3, year: 12 };

/** The month, quarter or year a day lies in. */
export function spanOf(span: TargetSpan, day: string): SpanDays {
	const [year = 0, month = 1] = day.split('-').map(Number);
	const months = monthsIn[span];
	const first = Math.floor((month - 1) / months) * months;
	return { since: dayOf(year, first), until: dayOf(year, first + months) };
}

function dayOf(year: number, month: number): string {
	return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/**
 * The target in force: the month's own, else of its quarter, else of its year; of several the one saved
 * last, which stands last in the list. The scope must match exactly: a target of all cases is none of a
 * department.
 *
 * @param month any day of the month
 */
export function targetFor(
	targets: readonly Target[],
	measure: string,
	scope: TargetScope | null,
	month: string
): Target | null {
	for (const span of targetSpans) {
		const id = targetId({ measure, scope, span, since: spanOf(span, month).since });
		const found = targets.findLast((target) => targetId(target) === id);
		if (found) return found;
	}
	return null;
}

/** Measures that add up over time: their value of a year is the sum of its months. */
const additive: readonly string[] = ['complaints', 'cost'];

export function addsUp(measure: string): boolean {
	return additive.includes(measure);
}

/**
 * What a month is held against: the value of the target in force, and of one of a quarter or a year the
 * month's part by days where the measure adds up over time.
 *
 * @param month any day of the month
 * @returns in the unit a monthly chart shows; null where no target is in force
 */
export function monthTarget(
	targets: readonly Target[],
	measure: string,
	scope: TargetScope | null,
	month: string
): number | null {
	const target = targetFor(targets, measure, scope, month);
	return target && targetWithin(target, spanOf('month', month));
}

/**
 * What each period of a chart is held against; null where no target is in force. A week or day is held
 * against the target of the month it begins in.
 *
 * @param scope undefined where the chart is of cases no target can be said of
 */
export function targetLine(
	targets: readonly Target[],
	measure: string,
	scope: TargetScope | null | undefined,
	periods: readonly SpanDays[]
): readonly (number | null)[] {
	return periods.map((period) => {
		const target = scope === undefined ? null : targetFor(targets, measure, scope, period.since);
		return target && targetWithin(target, period);
	});
}

/**
 * The target a chart's assurance is judged by: that of its newest period, running or whole; where there is
 * none, that of the last judged one.
 */
export function standingTarget(
	line: readonly (number | null)[],
	last: number | null
): number | null {
	return line.at(-1) ?? (last === null ? null : (line[last] ?? null));
}

/** The target's value for some of its days: a part by days where the measure adds up, else the value. */
function targetWithin(target: Target, days: SpanDays): number {
	if (!addsUp(target.measure)) return target.value;
	return (target.value * lengthOf(days)) / lengthOf(spanOf(target.span, target.since));
}

function lengthOf({ since, until }: SpanDays): number {
	return Math.round((Date.parse(until) - Date.parse(since)) / 86_400_000);
}
