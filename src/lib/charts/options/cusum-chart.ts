import type { LineSeriesOption } from 'echarts';
import { orGap, valueAt, type EChartsOption, type Height, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked } from '../mark.ts';
import { limit } from '../parts/lines.ts';
import { periodMarks, periodPlot } from '../parts/period-plot.ts';
import { extent, niceScale } from '../parts/scale.ts';

export type CusumColumns = {
	readonly period: readonly string[];
	readonly step: 'month' | 'week' | 'day';
	/** Sums of what lies above the centre, and of what lies below, both ≥ 0; NaN where not judged. */
	readonly above: Numbers;
	readonly below: Numbers;
	/** Decision limit. */
	readonly limit: number;
};

export type CusumWords = {
	readonly valueName: string;
	readonly tick: (value: number) => string;
	/** Name of the limit of a side. */
	readonly limit: (side: string) => string;
	readonly above: string;
	readonly below: string;
	readonly month: (day: string) => string;
	readonly year: (day: string) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};

export const cusumChartHeight: Height = { wide: 220, narrow: 200 };

/** Cumulative sums on both sides of the centre: the ones above upwards, the ones below downwards. */
export function cusumChart(columns: CusumColumns, look: Look, words: CusumWords): EChartsOption {
	const { colours } = look;
	const below = Array.from(columns.below, (value) => -value);
	const h = columns.limit;
	const [low, high] = extent(columns.above, below, [-h, h]) ?? [-h, h];
	const scale = niceScale(low, high, 4);
	const ends = [
		{ text: words.limit(words.above), at: h },
		{ text: words.limit(words.below), at: -h }
	];
	const { frame } = periodPlot(look, columns, words, { scale, ends, beside: 28, top: 36 });
	const marks = periodMarks(columns.period, columns.above, words.tip);
	const line = (name: string, values: Numbers, side: 1 | -1): LineSeriesOption => ({
		type: 'line',
		name,
		z: 4,
		showAllSymbol: true,
		emphasis: { disabled: true },
		lineStyle: { color: colours.accent, width: 1.5, type: side === 1 ? 'solid' : [6, 3] },
		itemStyle: { color: colours.accent },
		data: columns.period.map((_, at) => {
			const value = valueAt(values, at);
			const signals = Math.abs(value) > h;
			const point = {
				value: orGap(value),
				symbol: signals ? 'rect' : 'circle',
				symbolSize: signals ? 7 : 3,
				...(signals && { itemStyle: { color: colours.ink } })
			};
			return side === 1 ? marked(point, marks[at]) : point;
		})
	});
	const flat = (value: number): number[] => columns.period.map(() => value);
	return {
		...frame,
		series: [
			limit(look, {
				values: flat(h),
				name: 'limit above',
				...(!look.narrow && { label: words.limit(words.above) })
			}),
			limit(look, {
				values: flat(-h),
				name: 'limit below',
				...(!look.narrow && { label: words.limit(words.below) })
			}),
			line(words.above, columns.above, 1),
			line(words.below, below, -1)
		]
	} as EChartsOption;
}
