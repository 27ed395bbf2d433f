import type { EChartsOption } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import type { Mark } from '../mark.ts';
import { categoryAxis, gutterOf, monthLabels, valueAxis } from '../parts/axes.ts';
import { base, plot } from '../parts/base.ts';
import { extent, niceScale, type Scale } from '../parts/scale.ts';
import { widest } from '../parts/text.ts';
import { trendBars } from './monthly-trend-bars.ts';
import type { MonthlyTrendColumns, MonthlyTrendWords } from './monthly-trend-columns.ts';
import { lineEnds, lineScale, trendLines } from './monthly-trend-lines.ts';

/** How many complaints a month, and under it how satisfied: one x axis, two plots. */
export function monthlyTrend(
	columns: MonthlyTrendColumns,
	look: Look,
	words: MonthlyTrendWords
): EChartsOption {
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
	const top = 44;
	const bottom = 44;
	const free = look.height - top - bottom;
	const countHeight = hasLine ? Math.round((free - 52) * 0.58) : free;
	const lineTop = top + countHeight + 52;
	const labels = monthLabels(months, words, {
		pixelsEach,
		...(running === undefined ? {} : { running })
	});
	const marks = months.map((month, at): Mark => ({
		id: month,
		key: month,
		words: words.tip(at),
		at: [at, valueAt(columns.count, at)],
		along: 'x'
	}));
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
				gutter: left - 4
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
			...trendBars(columns, look, words, marks, { pixelsEach, plotWidth }),
			...(hasLine
				? trendLines(
						columns,
						look,
						words,
						marks,
						ends,
						scaleToPixels(values, look.height - bottom - lineTop)
					)
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
