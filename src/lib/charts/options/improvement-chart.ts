import type { BarSeriesOption, LineSeriesOption } from 'echarts';
import { orGap, valueAt, type EChartsOption, type Height, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked, type Mark } from '../mark.ts';
import { categoryAxis, gutterOf, valueAxis } from '../parts/axes.ts';
import { hatched } from '../parts/bars.ts';
import { base, plot } from '../parts/base.ts';
import { apart, endLabel, limit, target } from '../parts/lines.ts';
import { periodLabels } from '../parts/period-labels.ts';
import { extent, niceScale, type Scale } from '../parts/scale.ts';
import { shorten, textWidth, widest } from '../parts/text.ts';

/** What a period is to the verdict: see `improvement/check-periods.ts`. */
export type ImprovementSide =
	'baseline' | 'excluded' | 'transition' | 'after' | 'partial' | 'outside';

export type ImprovementColumns = {
	/** First days of the periods, in time order. */
	readonly period: readonly string[];
	readonly step: 'month' | 'week';
	readonly value: Numbers;
	/** NaN where a period is not judged; centre and limits are of each phase. */
	readonly center: Numbers;
	readonly lower: Numbers;
	readonly upper: Numbers;
	readonly side: readonly ImprovementSide[];
	/** Mean of what is counted after, where the centre moves with the seasons; absent: the centre's end. */
	readonly mean?: number | null;
	readonly target: number | null;
	/** Where the effective date lies, in periods from the first; null: it is open or not shown. */
	readonly effectiveAt: number | null;
	/** The least the axis may show. */
	readonly floor: number | null;
};

export type ImprovementWords = {
	readonly valueName: string;
	readonly tick: (value: number) => string;
	readonly upper: string;
	readonly lower: string;
	readonly target: (value: number) => string;
	readonly mean: (value: number) => string;
	/** Over the line of the effective date. */
	readonly effective: string;
	/** Over the days left out. */
	readonly excluded: string;
	readonly month: (day: string) => string;
	readonly year: (day: string) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};

export const improvementChartHeight: Height = { wide: 320, narrow: 280 };

/** A phone has room for so many points: baseline and effect are to be seen together. */
const narrowPoints = 110;

/** Before in grey, after in accent, limits a phase each, the target, and what is not counted as such. */
export function improvementChart(
	all: ImprovementColumns,
	look: Look,
	words: ImprovementWords
): EChartsOption {
	const from = look.narrow ? Math.max(0, all.period.length - narrowPoints) : 0;
	const columns = from === 0 ? all : since(all, from);
	const scale = scaleOf(columns);
	const left = gutterOf(scale, words.tick);
	const [top, bottom] = [56, 44];
	const ends = endTexts(columns, words);
	const right = look.narrow ? 16 : Math.ceil(widest(ends.map(({ text }) => text))) + 24;
	const plotWidth = look.width - left - right;
	const pixelsEach = plotWidth / Math.max(columns.period.length, 1);
	const pixels = (value: number): number =>
		((scale.max - value) / (scale.max - scale.min)) * (look.height - top - bottom);
	const shifts = apart(ends.map(({ at }) => pixels(at)));
	const end = (kind: string) => {
		const rank = ends.findIndex((one) => one.kind === kind);
		const found = ends[rank];
		if (look.narrow || !found) return undefined;
		// Lines end where the last judged period does; their names stand beside the plot.
		const distance = 8 + (columns.period.length - found.place - 0.5) * pixelsEach;
		return { text: found.text, offset: shifts[rank] ?? 0, distance };
	};
	const marks = columns.period.map((day, at): Mark => ({
		id: day,
		key: day,
		words: words.tip(at + from),
		at: [at, valueAt(columns.value, at)],
		along: 'x'
	}));
	const labels = periodLabels(columns.period, columns.step, words, pixelsEach);
	return {
		...base(look),
		tooltip: {
			...base(look).tooltip,
			trigger: 'axis',
			axisPointer: { type: 'line', lineStyle: { color: look.colours.ink3, width: 1 }, z: 0 }
		},
		grid: plot({ left, right, top, bottom }),
		xAxis: categoryAxis(look, { names: columns.period, label: (at) => labels[at] ?? '' }),
		yAxis: valueAxis(look, {
			name: words.valueName,
			scale,
			label: words.tick,
			gutter: left - 4,
			nameGap: 32
		}),
		series: [
			...sunkBands(columns, look, scale),
			...limits(columns, look, words, end),
			...targetLine(columns, look, words, end('target')),
			...valueLines(columns, look, words, marks, { pixelsEach, plotWidth }),
			...runningBar(columns, look, words, marks, pixelsEach)
		]
	} as EChartsOption;
}

type End = { readonly text: string; readonly offset: number; readonly distance: number };
type EndOf = (kind: string) => End | undefined;

/** Days left out of the baseline, on a sunk band over the whole height. */
function sunkBands(columns: ImprovementColumns, look: Look, scale: Scale): BarSeriesOption[] {
	if (!columns.side.includes('excluded')) return [];
	return [
		{
			type: 'bar',
			name: 'excluded',
			silent: true,
			z: 0,
			barWidth: '101%',
			barGap: '-100%',
			tooltip: { show: false },
			itemStyle: { color: look.colours.band },
			data: columns.side.map((side) => (side === 'excluded' ? scale.max : '-'))
		}
	];
}

function limits(
	columns: ImprovementColumns,
	look: Look,
	words: ImprovementWords,
	end: EndOf
): LineSeriesOption[] {
	const { colours } = look;
	const named = (line: LineSeriesOption, at: End | undefined, color = colours.ink2) =>
		at
			? { ...line, endLabel: endLabel(color, at.text, at.offset, { distance: at.distance }) }
			: line;
	const center = (after: boolean): LineSeriesOption => ({
		type: 'line',
		name: `${words.valueName} centre ${after ? 'after' : 'before'}`,
		data: columns.side.map((side, at) =>
			(side === 'after') === after ? orGap(valueAt(columns.center, at)) : '-'
		),
		step: 'middle',
		symbol: 'none',
		silent: true,
		z: 2,
		lineStyle: { color: after ? colours.accent : colours.rest, width: 1 }
	});
	return [
		named(limit(look, { values: columns.upper, name: 'upper' }), end('upper')),
		named(limit(look, { values: columns.lower, name: 'lower' }), end('lower')),
		center(false),
		named(center(true), end('mean'), colours.accent)
	];
}

function targetLine(
	columns: ImprovementColumns,
	look: Look,
	words: ImprovementWords,
	end: End | undefined
): LineSeriesOption[] {
	if (columns.target === null) return [];
	const { length: count } = columns.period;
	const label = end && { label: end.text, offset: end.offset, distance: 8 };
	return [
		target(look, { value: columns.target, count, name: words.target(columns.target), ...label })
	];
}

function valueLines(
	columns: ImprovementColumns,
	look: Look,
	words: ImprovementWords,
	marks: readonly Mark[],
	place: { pixelsEach: number; plotWidth: number }
): LineSeriesOption[] {
	const { colours } = look;
	const size = place.pixelsEach >= 12 ? 6 : place.pixelsEach >= 5 ? 4 : 2.5;
	const line = (after: boolean): LineSeriesOption => {
		const color = after ? colours.accent : colours.rest;
		return {
			type: 'line',
			name: after ? words.valueName : `${words.valueName} before`,
			z: 4,
			showAllSymbol: true,
			emphasis: { disabled: true },
			lineStyle: { color, width: 1.5 },
			itemStyle: { color },
			data: columns.side.map((side, at) => {
				if (side === 'partial' || (side === 'after') !== after) return '-';
				const value = orGap(valueAt(columns.value, at));
				const hollow = side === 'excluded' || side === 'transition';
				const point = hollow
					? {
							value,
							symbol: 'circle',
							symbolSize: size + 1,
							itemStyle: { color: colours.paper, borderColor: color, borderWidth: 1.25 }
						}
					: { value, symbol: 'circle', symbolSize: size };
				return marked(point, marks[at]);
			})
		};
	};
	return [{ ...line(false), markLine: flagLines(columns, look, words, place) }, line(true)];
}

/** The effective date, and the name of what was left out, above the plot. */
function flagLines(
	{ effectiveAt, side }: ImprovementColumns,
	{ colours }: Look,
	words: ImprovementWords,
	{ pixelsEach, plotWidth }: { pixelsEach: number; plotWidth: number }
): NonNullable<LineSeriesOption['markLine']> {
	const first = side.indexOf('excluded');
	const middle = first < 0 ? null : (first + side.lastIndexOf('excluded')) / 2;
	const label = (text: string, color: string, align: 'left' | 'center' | 'right') => ({
		show: text !== '',
		formatter: () => text,
		position: 'end' as const,
		rotate: 0,
		distance: 4,
		align,
		color,
		fontSize: 12
	});
	const at = effectiveAt === null ? null : (effectiveAt + 0.5) * pixelsEach;
	const room = at === null ? 0 : Math.max(at, plotWidth - at + 60);
	const effective = shorten(words.effective, room);
	const toRight = at !== null && textWidth(effective) <= plotWidth - at + 60;
	const beside =
		at === null || middle === null
			? Infinity
			: Math.abs(at - (middle + 0.5) * pixelsEach) - (toRight ? 0 : textWidth(effective));
	const excluded = beside > textWidth(words.excluded) / 2 + 12 ? words.excluded : '';
	return {
		silent: true,
		symbol: 'none',
		animation: false,
		data: [
			...(effectiveAt === null
				? []
				: [
						{
							xAxis: effectiveAt,
							lineStyle: { color: colours.accent, width: 1.5, type: 'solid' as const },
							label: label(effective, colours.accent, toRight ? 'left' : 'right')
						}
					]),
			...(middle === null
				? []
				: [
						{
							xAxis: middle,
							lineStyle: { opacity: 0 },
							label: label(excluded, colours.ink3, 'center')
						}
					])
		]
	};
}

/** The period that runs is hatched and never judged. */
function runningBar(
	columns: ImprovementColumns,
	look: Look,
	words: ImprovementWords,
	marks: readonly Mark[],
	pixelsEach: number
): BarSeriesOption[] {
	if (!columns.side.includes('partial')) return [];
	return [
		{
			type: 'bar',
			name: `${words.valueName} running`,
			z: 3,
			barWidth: Math.max(4, Math.min(12, pixelsEach * 0.8)),
			barGap: '-100%',
			data: columns.side.map((side, at) =>
				side === 'partial'
					? marked(
							{ value: orGap(valueAt(columns.value, at)), itemStyle: hatched(look) },
							marks[at]
						)
					: '-'
			)
		} as BarSeriesOption
	];
}

function scaleOf(columns: ImprovementColumns): Scale {
	const [low, high] = extent(
		columns.value,
		columns.lower,
		columns.upper,
		columns.target === null ? [] : [columns.target]
	) ?? [0, 1];
	// From zero where the values come near it: a fall then looks as large as it is.
	const near = columns.floor !== null && low - columns.floor < (high - low) * 1.5;
	const nice = niceScale(near ? columns.floor! : low, high, 5);
	return columns.floor !== null && nice.min < columns.floor
		? { ...nice, min: columns.floor }
		: nice;
}

function endTexts(columns: ImprovementColumns, words: ImprovementWords) {
	const place = columns.center.length - 1 - lastFinite(columns.center);
	const at = columns.center.length - 1 - place;
	const after = columns.side[at] === 'after';
	const center = valueAt(columns.center, at);
	const entry = (kind: string, text: string, value: number) =>
		Number.isFinite(value) ? [{ kind, text, at: value, place: at }] : [];
	return [
		...entry('upper', words.upper, valueAt(columns.upper, at)),
		...(columns.target === null
			? []
			: entry('target', words.target(columns.target), columns.target)),
		...(after ? entry('mean', words.mean(columns.mean ?? center), center) : []),
		...entry('lower', words.lower, valueAt(columns.lower, at))
	];
}

function lastFinite(column: Numbers): number {
	for (let at = column.length - 1; at >= 0; at--)
		if (Number.isFinite(valueAt(column, at))) return at;
	return column.length - 1;
}

function since(columns: ImprovementColumns, from: number): ImprovementColumns {
	const cut = (column: Numbers): Numbers => Array.from(column).slice(from);
	const effectiveAt = columns.effectiveAt === null ? null : columns.effectiveAt - from;
	return {
		...columns,
		period: columns.period.slice(from),
		value: cut(columns.value),
		center: cut(columns.center),
		lower: cut(columns.lower),
		upper: cut(columns.upper),
		side: columns.side.slice(from),
		effectiveAt: effectiveAt !== null && effectiveAt >= -0.5 ? effectiveAt : null
	};
}
