import type { XAXisComponentOption, YAXisComponentOption } from 'echarts';
import type { Look } from '../look/look.ts';
import type { Scale } from './scale.ts';
import { ticks } from './scale.ts';
import { widest } from './text.ts';

/** A value axis on the left: unit at the top left, hairlines across, neither line nor ticks. */
export function valueAxis(
	look: Look,
	axis: {
		name: string;
		scale: Scale;
		label: (value: number) => string;
		gridIndex?: number;
		lines?: boolean;
		/** Room between the plot and the left edge of the labels. */
		gutter: number;
		nameGap?: number;
	}
): YAXisComponentOption {
	const { colours } = look;
	return {
		type: 'value',
		gridIndex: axis.gridIndex ?? 0,
		min: axis.scale.min,
		max: axis.scale.max,
		interval: axis.scale.interval,
		name: axis.name,
		nameGap: axis.nameGap ?? 14,
		nameMoveOverlap: false,
		nameTextStyle: { color: colours.ink3, align: 'left', padding: [0, 0, 0, -axis.gutter] },
		axisLine: { show: false },
		axisTick: { show: false },
		axisLabel: {
			color: colours.ink3,
			formatter: axis.label,
			showMinLabel: true,
			showMaxLabel: true
		},
		splitLine: { show: axis.lines ?? true, lineStyle: { color: colours.grid, width: 1 } }
	};
}

/** Pixels the labels of a value axis need, with their gap to the plot. */
export const gutterOf = (scale: Scale, label: (value: number) => string): number =>
	Math.ceil(widest(ticks(scale).map(label))) + 12;

export function categoryAxis(
	look: Look,
	axis: {
		names: readonly string[];
		label: (at: number) => string;
		gridIndex?: number;
		hidden?: boolean;
		size?: number;
	}
): XAXisComponentOption {
	const { colours } = look;
	return {
		type: 'category',
		gridIndex: axis.gridIndex ?? 0,
		data: [...axis.names],
		axisLine: { show: true, onZero: false, lineStyle: { color: colours.line2, width: 1 } },
		axisTick: { show: false },
		axisLabel: {
			show: !(axis.hidden ?? false),
			interval: 0,
			color: colours.ink2,
			fontSize: axis.size ?? 12,
			lineHeight: 16,
			hideOverlap: false,
			formatter: (_: string, at: number) => axis.label(at)
		},
		splitLine: { show: false }
	};
}

/**
 * Which months of 'YYYY-MM' get a label: January, April, July, October and the running one; the
 * year stands under January, and under the first label where no January is seen. Labels that would
 * touch the running month's are left out.
 */
export function monthLabels(
	months: readonly string[],
	words: { month: (month: string) => string; year: (month: string) => string },
	options: { running?: number; pixelsEach: number }
): string[] {
	const running = options.running ?? -1;
	const roomy = options.pixelsEach >= 40;
	const every = options.pixelsEach * 3 >= 34 ? 3 : options.pixelsEach * 6 >= 34 ? 6 : 12;
	const near = Math.ceil(34 / Math.max(options.pixelsEach, 1));
	const number = (month: string): number => Number(month.slice(5, 7));
	const chosen = months.map((month, at) => {
		if (at === running) return true;
		if (running >= 0 && Math.abs(at - running) < near) return false;
		return roomy || (number(month) - 1) % every === 0;
	});
	const january = months.some((month, at) => chosen[at] === true && number(month) === 1);
	const first = chosen.indexOf(true);
	return months.map((month, at) => {
		if (chosen[at] !== true) return '';
		const yearToo = number(month) === 1 || (at === first && (!january || roomy));
		return yearToo ? `${words.month(month)}\n${words.year(month)}` : words.month(month);
	});
}

/** Labels of single days: every one where there is room, else each fifth or tenth, the month under its first. */
export function dayLabels(
	days: readonly string[],
	words: { month: (day: string) => string; year: (day: string) => string },
	{ pixelsEach }: { pixelsEach: number }
): string[] {
	const every = [1, 2, 5, 10, 31].find((step) => step * pixelsEach >= 28) ?? 31;
	const number = (day: string): number => Number(day.slice(8, 10));
	let month = '';
	return days.map((day) => {
		const chosen =
			every === 1 || number(day) === 1 || (number(day) % every === 0 && number(day) < 30);
		if (!chosen) return '';
		const opens = day.slice(0, 7) !== month;
		month = day.slice(0, 7);
		return opens ? `${words.month(day)}\n${words.year(day)}` : words.month(day);
	});
}
