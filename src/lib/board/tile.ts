import type { Day, DayRange, Filter } from '#lib/filter/filter.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import { betterOf, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { shownValue } from '#lib/measures/control-chart.ts';
import type { ControlFacts } from '#lib/measures/control-facts.ts';
import type { ControlSeries } from '#lib/measures/control-series.ts';
import { controlVerdict, type Assurance, type Variation } from '#lib/measures/control-verdict.ts';
import type { TargetScope } from '#lib/measures/target.ts';
import { changesBy, ripens } from './measures.ts';
import { monthEndOf, type MonthEnd } from './month-end.ts';

/** What the measure was in the same days of another month. */
export interface Comparison {
	readonly value: number;
	/** Of shares the difference (× 100: points), of scores the difference, else the ratio less one. */
	readonly change: number;
}

/** The trend of a tile, one entry a month; of the last month as far as the log tells. */
export interface Spark {
	readonly months: readonly Day[];
	readonly values: readonly (number | null)[];
	readonly lower: readonly (number | null)[];
	readonly upper: readonly (number | null)[];
	/** Months that signal, and which way they lie. */
	readonly flagged: readonly (-1 | 0 | 1)[];
}

/** What the chart's verdict speaks of: the last whole month that can be judged. */
export interface JudgedMonth {
	readonly month: Day;
	readonly value: number;
	readonly center: number;
	readonly side: -1 | 0 | 1;
}

/** A measure of a month as the board shows it. Everything in it is plain data. */
export interface Tile {
	readonly measure: ChartedMeasure;
	/** Null: all cases. */
	readonly scope: TargetScope | null;
	/** In the unit the chart shows; null where the month and all before it have none. */
	readonly value: number | null;
	/** The month of the value: the board's, or the last one before it that can be told already. */
	readonly month: Day;
	/** The value is of a month that is not over. */
	readonly partial: boolean;
	readonly cases: number;
	/** The cases the value counts. */
	readonly filter: Filter;
	readonly variation: Variation;
	readonly assurance: Assurance;
	readonly judged: JudgedMonth | null;
	readonly spark: Spark;
	/** The same days of the month before and of a year before; null where they are not alike. */
	readonly before: Comparison | null;
	readonly yearAgo: Comparison | null;
	readonly target: number | null;
	/** What the running month will end with; null where it is over, or cannot be told honestly. */
	readonly monthEnd: MonthEnd | null;
}

/** What a tile is made of. */
export interface TileParts {
	readonly measure: ChartedMeasure;
	readonly scope: TargetScope | null;
	/** The series of the control chart; its last period is the board's month. */
	readonly series: ControlSeries;
	/** The same months as far as the running one has come; null where the month is over. */
	readonly toDay: ControlSeries | null;
	readonly facts: ControlFacts;
	readonly target: number | null;
	/** Months of the trend. */
	readonly months: number;
	/** The cases of a month that the value counts. */
	readonly filterOf: (month: DayRange) => Filter;
}

/**
 * The tile of a measure: the value of the month, what its control chart says, and what it was in the same
 * days of other months. Variation and assurance are the chart's own, by the same function.
 */
export function tileOf(parts: TileParts): Tile {
	const { measure, scope, series, toDay, facts, target, months } = parts;
	const { periods } = series;
	const end = periods.length - 1;
	const at = lastValue(series, end);
	const period = periods[at]!;
	const isEnd = at === end;
	const value = shownValue(series, at);
	const alike = isEnd && toDay ? toDay : series;
	const compared = (months: number): Comparison | null =>
		period.partial && ripens(measure)
			? null
			: comparedWith(measure, alike, value, shiftMonth(period.since, -months));
	const { variation, assurance, side } = controlVerdict(facts, betterOf(measure), target);
	return {
		measure,
		scope,
		value: digits(value),
		month: period.since,
		partial: period.partial,
		cases: series.cases[at] ?? 0,
		filter: parts.filterOf(period),
		variation,
		assurance,
		judged: judgedMonth(series, facts, side),
		spark: sparkOf(series, facts, months),
		before: compared(1),
		yearAgo: compared(12),
		target,
		monthEnd: isEnd && toDay ? monthEndOf(measure, series, toDay) : null
	};
}

/** Place of the last month with a value; the end where there is none at all. */
function lastValue(series: ControlSeries, end: number): number {
	for (let at = end; at >= 0; at--) if (shownValue(series, at) !== null) return at;
	return end;
}

function comparedWith(
	measure: ChartedMeasure,
	series: ControlSeries,
	now: number | null,
	month: Day
): Comparison | null {
	const at = series.periods.findIndex(({ since, partial }) => since === month && !partial);
	const value = at < 0 ? null : shownValue(series, at);
	if (now === null || value === null) return null;
	if (changesBy(measure) === 'difference')
		return { value: digits(value), change: digits(now - value) };
	return value > 0 ? { value: digits(value), change: digits(now / value - 1) } : null;
}

function judgedMonth(
	{ periods }: ControlSeries,
	{ last, judged }: ControlFacts,
	side: -1 | 0 | 1
): JudgedMonth | null {
	if (last === null) return null;
	const [value, center] = [judged.values[last] ?? null, judged.center[last] ?? null];
	if (value === null || center === null) return null;
	return { month: periods[last]!.since, value: digits(value), center: digits(center), side };
}

function sparkOf(series: ControlSeries, facts: ControlFacts, months: number): Spark {
	const { judged, patterns } = facts;
	const from = Math.max(0, series.periods.length - months);
	const line = (values: readonly (number | null)[]) => values.slice(from).map(digits);
	const limits = (values: readonly (number | null)[]) =>
		line(judged.enough ? values : values.map(() => null));
	return {
		months: series.periods.slice(from).map(({ since }) => since),
		values: line(judged.values),
		lower: limits(judged.lower),
		upper: limits(judged.upper),
		flagged: series.periods
			.map((_, at) => patterns.find(({ marked }) => marked.includes(at))?.side ?? 0)
			.slice(from)
	};
}

/** In as many digits as can be seen. */
function digits<T extends number | null>(value: T): T {
	return (value === null ? null : Number(value.toPrecision(6))) as T;
}
