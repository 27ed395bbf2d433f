import { valueAt, type EChartsOption, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import type { Mark } from '../mark.ts';
import { categoryAxis, gutterOf, valueAxis } from './axes.ts';
import { base, plot } from './base.ts';
import { apart } from './lines.ts';
import { periodLabels } from './period-labels.ts';
import type { Scale } from './scale.ts';
import { widest } from './text.ts';

/** The plot of one measure over periods; the names of its lines stand beside their ends. */
export interface PeriodPlot {
	readonly plotWidth: number;
	readonly pixelsEach: number;
	/** How far the name of each end moves, so that none lies on another. */
	readonly shifts: readonly number[];
	/** The chart but for its series. */
	readonly frame: EChartsOption;
}

const bottom = 44;

export function periodPlot(
	look: Look,
	{ period, step }: { period: readonly string[]; step: 'month' | 'week' | 'day' },
	words: {
		valueName: string;
		tick: (value: number) => string;
		month: (day: string) => string;
		year: (day: string) => string;
	},
	layout: {
		scale: Scale;
		/** Lines and their values where they end; a phone has no room for their names. */
		ends: readonly { text: string; at: number }[];
		/** Pixels beside the plot that the longest name leaves free. */
		beside: number;
		/** Pixels above the plot, and of them between it and the name of the axis. */
		top: number;
		nameGap?: number;
	}
): PeriodPlot {
	const { scale, ends, beside, top, nameGap } = layout;
	const left = gutterOf(scale, words.tick);
	const right = look.narrow ? 16 : Math.ceil(widest(ends.map(({ text }) => text))) + beside;
	const plotWidth = look.width - left - right;
	const pixelsEach = plotWidth / Math.max(period.length, 1);
	const pixels = (value: number): number =>
		((scale.max - value) / (scale.max - scale.min)) * (look.height - top - bottom);
	const labels = periodLabels(period, step, words, pixelsEach);
	return {
		plotWidth,
		pixelsEach,
		shifts: apart(ends.map(({ at }) => pixels(at))),
		frame: {
			...base(look),
			tooltip: {
				...base(look).tooltip,
				trigger: 'axis',
				axisPointer: { type: 'line', lineStyle: { color: look.colours.ink3, width: 1 }, z: 0 }
			},
			grid: plot({ left, right, top, bottom }),
			xAxis: categoryAxis(look, { names: period, label: (at) => labels[at] ?? '' }),
			yAxis: valueAxis(look, {
				name: words.valueName,
				scale,
				label: words.tick,
				gutter: left - 4,
				...(nameGap !== undefined && { nameGap })
			})
		}
	};
}

/** A mark a period, at its value: the whole column is its target. */
export const periodMarks = (
	periods: readonly string[],
	values: Numbers,
	tip: (at: number) => Mark['words']
): readonly Mark[] =>
	periods.map((day, at) => ({
		id: day,
		key: day,
		words: tip(at),
		at: [at, valueAt(values, at)],
		along: 'x'
	}));
