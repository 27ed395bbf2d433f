import type {
	MonthlyTrendColumns,
	MonthlyTrendWords
} from '#lib/charts/options/monthly-trend-columns.ts';
import type { TableColumn } from '#lib/components/table.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { formatFilter } from '#lib/filter/codec.ts';
import { answerCsvHref, casesHref } from '#lib/filter/href.ts';
import { ownFilters, restsOn, type OwnFilters } from '#lib/filter/own-filters.ts';
import type { Formats } from '#lib/format/formats.ts';
import { hasPart, ownQuery, ownUnit, type OwnDesign } from '#lib/measures/own-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { unitTick, unitValue } from '#lib/messages/measure-values.ts';
import { unitWords } from '#lib/messages/measure-words.ts';
import { ownIntervalText, ownRestsOn } from '#lib/messages/own-words.ts';
import type { OwnPeriod } from '#lib/server/questions/own-rows.ts';

/** The months of an own measure, drawn: what each rests on as bars, its value and interval below. */
export function ownColumns(months: readonly OwnPeriod[]): MonthlyTrendColumns {
	const numbers = (of: (month: OwnPeriod) => number | null): number[] =>
		months.map((month) => of(month) ?? Number.NaN);
	const running = months.at(-1)?.partial ?? false;
	return {
		month: months.map(({ since }) => since.slice(0, 7)),
		count: months.map(({ cases }) => cases),
		value: numbers(({ value }) => value),
		lower: numbers(({ lower }) => lower),
		upper: numbers(({ upper }) => upper),
		...(running && { running: months.length - 1 })
	};
}

export function ownTrendWords(
	design: OwnDesign,
	months: readonly OwnPeriod[],
	f: Formats
): MonthlyTrendWords {
	const unit = ownUnit(design);
	const text = (value: number): string => unitValue(f, unit, value);
	return {
		countName: m.own_chart_count(),
		valueName: unitWords[unit](),
		month: f.monthOfYear,
		year: f.year,
		count: f.count,
		countTick: f.compactCount,
		valueTick: (value) => unitTick(f, unit, value),
		lower: m.own_chart_lower(),
		upper: m.own_chart_upper(),
		target: text,
		whole: f.count,
		part: f.count,
		running: (count) => [f.count(count), m.own_so_far()],
		last: text,
		tip: (at) => {
			const month = months[at];
			if (!month) return [''];
			return [
				`${monthName(month, f)}${m.clause_separator()}${unitValue(f, unit, month.value)}`,
				ownIntervalText(design, month, f),
				ownRestsOn(design, month.sums, f)
			].filter((line) => line !== '') as [string, ...string[]];
		}
	};
}

function monthName({ since, partial }: OwnPeriod, f: Formats): string {
	const month = f.month(since);
	return partial ? m.own_month_running({ month }) : month;
}

/** Cases of one of its lists in the days of a month. */
function inDays(filter: Filter, { since, until }: OwnPeriod): Filter {
	return { ...filter, period: { since, until } };
}

/** What a month's number opens. */
export function monthCases(design: OwnDesign, month: OwnPeriod): Filter {
	return inDays(restsOn(design, ownFilters(design)), month);
}

/** The table of the months: value, interval and the lists it is made of, each with its cases. */
export function ownTable(design: OwnDesign, f: Formats): readonly TableColumn<OwnPeriod>[] {
	const unit = ownUnit(design);
	const filters = ownFilters(design);
	const counted = (
		id: string,
		title: string,
		of: (month: OwnPeriod) => number,
		filter: Filter | null
	): TableColumn<OwnPeriod> => ({
		...{ id, title, numeric: true },
		text: (month) => f.count(of(month)),
		...(filter && {
			href: (month: OwnPeriod) => (of(month) > 0 ? casesHref(inDays(filter, month)) : undefined)
		})
	});
	const basis = ({ sums }: OwnPeriod): number => sums.basis;
	return [
		{ id: 'month', title: m.own_column_month(), text: (month) => monthName(month, f) },
		{
			id: 'value',
			title: m.own_column_value(),
			numeric: true,
			strong: true,
			text: ({ value }) => unitValue(f, unit, value)
		},
		{
			id: 'interval',
			title: m.own_column_interval(),
			numeric: true,
			text: ({ lower, upper }) =>
				lower === null && upper === null
					? '–'
					: `${unitValue(f, unit, lower)} – ${unitValue(f, unit, upper)}`
		},
		...(hasPart(design)
			? [
					counted('part', m.own_column_numerator(), ({ sums }) => sums.part, filters.part),
					counted('basis', m.own_column_denominator(), basis, filters.basis)
				]
			: design.kind === 'rate'
				? [
						counted('basis', m.own_column_cases(), basis, filters.basis),
						counted(
							'exposure',
							design.per === 'orders' ? m.own_column_orders() : m.own_column_days(),
							({ sums }) => sums.exposure,
							null
						)
					]
				: [
						counted(
							'counted',
							m.own_column_counted(),
							({ sums }) => sums.counted,
							restsOn(design, filters)
						),
						counted('basis', m.own_column_cases(), basis, filters.basis)
					])
	];
}

/** What all days together say. */
export function ownAnswer(design: OwnDesign, total: OwnPeriod | null, f: Formats): string {
	if (!total) return '';
	const value = `**${unitValue(f, ownUnit(design), total.value)}**`;
	const interval = ownIntervalText(design, total, f);
	const cases = ownRestsOn(design, total.sums, f);
	return interval === ''
		? m.own_trial_answer_bare({ value, cases })
		: m.own_trial_answer({ value, interval, cases });
}

/** What the query counts for it, period by period, as a file. */
export function ownCsvHref(
	design: OwnDesign,
	dataVersion: number,
	{ basis, part }: OwnFilters = ownFilters(design),
	grain: Readonly<Record<string, string>> = {}
): string {
	const { kind, time, quantile, number } = design;
	return answerCsvHref(ownQuery(design), basis, dataVersion, {
		...grain,
		part: formatFilter(part).toString(),
		...(kind === 'quantile' && { time, quantile }),
		...(kind === 'mean' && { number })
	});
}
