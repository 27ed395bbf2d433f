import { valueAt, type EChartsOption, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { categoryAxis, dayLabels, gutterOf, monthLabels, valueAxis } from '../parts/axes.ts';
import { base, plot } from '../parts/base.ts';
import { periodMarks } from '../parts/period-plot.ts';
import { extent, niceScale, type Scale } from '../parts/scale.ts';
import { textWidth, widest } from '../parts/text.ts';
import { labelFoot, labelledParts, trendBars } from './monthly-trend-bars.ts';
import type { MonthlyTrendColumns, MonthlyTrendWords } from './monthly-trend-columns.ts';
import { lineEnds, lineScale, trendLines } from './monthly-trend-lines.ts';

/** Months a phone has room for: the running one and the twelve before it. */
const narrowMonths = 13;

/** The same columns from month `from` on. */
function since(columns: MonthlyTrendColumns, from: number): MonthlyTrendColumns {
	const cut = (column: Numbers | undefined): Numbers | undefined =>
		column && Array.from(column).slice(from);
	return {
		...columns,
		month: columns.month.slice(from),
		count: Array.from(columns.count).slice(from),
		comparable: cut(columns.comparable),
		value: cut(columns.value),
		lower: cut(columns.lower),
		upper: cut(columns.upper),
		limitLower: cut(columns.limitLower),
		limitUpper: cut(columns.limitUpper),
		running: columns.running === undefined ? undefined : columns.running - from
	};
}

/** How many complaints a month, and under it how satisfied: one x axis, two plots. */
export function monthlyTrend(
	all: MonthlyTrendColumns,
	look: Look,
	words: MonthlyTrendWords
): EChartsOption {
	const from = look.narrow ? Math.max(0, all.month.length - narrowMonths) : 0;
	const columns = from === 0 ? all : since(all, from);
	const { month: months, running } = columns;
	const hasLine = columns.value !== undefined;
	const counts = niceScale(0, extent(columns.count)?.[1] ?? 0, 5, true);
	const values = lineScale(columns);
	const ends = lineEnds(columns, words);
	const runningWords = running === undefined ? [] : words.running(valueAt(columns.count, running));
	const right = Math.max(
		24,
		Math.ceil(widest([...ends.map((end) => end.text), ...runningWords])) + 20
	);
	const left = Math.max(
		gutterOf(counts, words.countTick),
		hasLine ? gutterOf(values, words.valueTick) : 0
	);
	const plotWidth = look.width - left - right;
	const pixelsEach = plotWidth / Math.max(months.length, 1);
	// Where a label stands under the name of the axis the name makes room.
	const nameWidth = textWidth(words.countName) - left;
	const raised = labelledParts(columns).some(
		(at) =>
			(at - 1) * pixelsEach < nameWidth + 24 &&
			labelFoot(columns, words, at, pixelsEach) > counts.max * 0.75
	);
	const top = raised ? 76 : 44;
	const bottom = 44;
	const free = look.height - top - bottom;
	const countHeight = hasLine ? Math.round((free - 52) * 0.58) : free;
	const lineTop = top + countHeight + 52;
	const byDay = months[0]?.length === 'YYYY-MM-DD'.length;
	const labels = byDay
		? dayLabels(months, words, { pixelsEach })
		: monthLabels(months, words, { pixelsEach, ...(running === undefined ? {} : { running }) });
	const marks = periodMarks(months, columns.count, (at) => words.tip(at + from));
	const axis = { names: months, label: (at: number) => labels[at] ?? '' };
	const common = { left, right };
	return {
		...base(look),
		tooltip: { ...base(look).tooltip, trigger: 'axis', axisPointer: pointer(look) },
		axisPointer: { link: [{ xAxisIndex: 'all' }] },
		grid: [
			plot({ ...common, top, height: countHeight }),
			...(hasLine ? [plot({ ...common, top: lineTop, bottom })] : [])
		],
		xAxis: [
			{ ...categoryAxis(look, { ...axis, hidden: hasLine }) },
			...(hasLine ? [categoryAxis(look, { ...axis, gridIndex: 1 })] : [])
		],
		yAxis: [
			valueAxis(look, {
				name: words.countName,
				scale: counts,
				label: words.countTick,
				gutter: left - 4,
				...(raised ? { nameGap: 46 } : {})
			}),
			...(hasLine
				? [
						valueAxis(look, {
							name: words.valueName,
							scale: values,
							label: words.valueTick,
							gridIndex: 1,
							gutter: left - 4
						})
					]
				: [])
		],
		series: [
			...trendBars(columns, look, words, marks, { pixelsEach, plotWidth, nameWidth }),
			...(hasLine
				? trendLines(columns, look, words, marks, ends, {
						pixels: scaleToPixels(values, look.height - bottom - lineTop),
						pixelsEach
					})
				: [])
		]
	} as EChartsOption;
}

const pointer = (look: Look) => ({
	type: 'line' as const,
	lineStyle: { color: look.colours.ink3, width: 1, type: 'solid' as const },
	label: { show: false },
	z: 0
});

const scaleToPixels =
	(scale: Scale, height: number) =>
	(value: number): number =>
		((scale.max - value) / (scale.max - scale.min)) * height;
