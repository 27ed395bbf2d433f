import type { LineSeriesOption } from 'echarts';
import {
	lastKnown,
	orGap,
	valueAt,
	type EChartsOption,
	type Height,
	type Numbers
} from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked, type Mark } from '../mark.ts';
import { endLabel, limit, target } from '../parts/lines.ts';
import { periodMarks, periodPlot } from '../parts/period-plot.ts';
import { extent, minuteScale, niceScale, type Scale } from '../parts/scale.ts';
import { isAfter, type ImprovementColumns, type ImprovementWords } from './improvement-columns.ts';
import { flagLines, runningBar, sunkBands } from './improvement-marks.ts';

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
	const ends = endTexts(columns, words);
	const { plotWidth, pixelsEach, shifts, frame } = periodPlot(look, columns, words, {
		scale,
		ends,
		beside: 24,
		top: 56,
		nameGap: 32
	});
	const end = (kind: string) => {
		const rank = ends.findIndex((one) => one.kind === kind);
		const found = ends[rank];
		if (look.narrow || !found) return undefined;
		// Lines end where the last judged period does; their names stand beside the plot.
		const distance = 8 + (columns.period.length - found.place - 0.5) * pixelsEach;
		return { text: found.text, offset: shifts[rank] ?? 0, distance };
	};
	const marks = periodMarks(columns.period, columns.value, (at) => words.tip(at + from));
	return {
		...frame,
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
			isAfter(side) === after ? orGap(valueAt(columns.center, at)) : '-'
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
				if (side === 'partial' || isAfter(side) !== after) return '-';
				const value = orGap(valueAt(columns.value, at));
				const hollow = side === 'excluded' || side === 'transition' || side === 'later';
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

function scaleOf(columns: ImprovementColumns): Scale {
	const [low, high] = extent(
		columns.value,
		columns.lower,
		columns.upper,
		columns.target === null ? [] : [columns.target]
	) ?? [0, 1];
	// From zero where the values come near it: a fall then looks as large as it is.
	const near = columns.floor !== null && low - columns.floor < (high - low) * 1.5;
	const scale = columns.minutes ? minuteScale : niceScale;
	const nice = scale(near ? columns.floor! : low, high, 5);
	return columns.floor !== null && nice.min < columns.floor
		? { ...nice, min: columns.floor }
		: nice;
}

function endTexts(columns: ImprovementColumns, words: ImprovementWords) {
	const at = lastKnown(columns.center);
	const after = isAfter(columns.side[at]);
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
