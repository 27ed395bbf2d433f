import type { XAXisComponentOption, YAXisComponentOption } from 'echarts';
import type { Look } from '../look/look.ts';
import type { Scale } from './scale.ts';
import { shorten, widest } from './text.ts';

/** Room for the names at the left of a chart of rows: what they need, at most a share of the whole. */
export const rowGutter = (look: Look, names: readonly string[]): number =>
	Math.min(
		Math.ceil(widest(names)) + 20,
		Math.round(look.width * (look.width < 800 ? 0.36 : 0.28))
	);

/** One row a category, the first on top, names right-aligned and cut with an ellipsis. */
export function rowAxis(
	look: Look,
	ids: readonly string[],
	axis: {
		name: (at: number) => string;
		width: number;
		strong?: (at: number) => boolean;
		line?: boolean;
		/** The name stands over its row, its foot this far above the middle, not beside it. */
		over?: number;
	}
): YAXisComponentOption {
	const { colours } = look;
	// A name over its row lies on whatever crosses the plot there.
	const under = axis.over === undefined ? {} : { backgroundColor: colours.paper };
	return {
		type: 'category',
		inverse: true,
		z: 6,
		data: [...ids],
		axisLine: { show: axis.line ?? true, onZero: false, lineStyle: { color: colours.line2 } },
		axisTick: { show: false },
		axisLabel: {
			interval: 0,
			...(axis.over === undefined
				? { margin: 10 }
				: { inside: true, margin: 0, verticalAlign: 'bottom', padding: [0, 0, axis.over, 0] }),
			formatter: (_: string, at: number) => {
				const text = shorten(axis.name(at), axis.width);
				return axis.strong?.(at) === true ? `{s|${text}}` : `{n|${text}}`;
			},
			rich: {
				s: { color: colours.ink, fontWeight: 600, fontSize: 12, lineHeight: 16, ...under },
				n: { color: colours.ink2, fontSize: 12, lineHeight: 16, ...under }
			}
		},
		splitLine: { show: false }
	};
}

/** Values along the top, light lines down. */
export function topAxis(
	look: Look,
	scale: Scale,
	label: (value: number) => string
): XAXisComponentOption {
	const { colours } = look;
	return {
		type: 'value',
		position: 'top',
		min: scale.min,
		max: scale.max,
		interval: scale.interval,
		axisLine: { show: false, onZero: false },
		axisTick: { show: false },
		axisLabel: {
			color: colours.ink3,
			formatter: label,
			margin: 8,
			hideOverlap: true,
			...(look.narrow ? { alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const } : {})
		},
		splitLine: { show: true, lineStyle: { color: colours.grid, width: 1 } }
	};
}

/**
 * A column of numbers outside the plot, right-aligned, its head on the line of the axis labels.
 * `offset` is the distance of its right edge from the plot.
 */
export function outerColumn(
	look: Look,
	column: {
		head: string;
		cells: readonly string[];
		offset: number;
		strong?: boolean;
		colour?: (at: number) => 'ink' | 'ink2' | 'good' | 'bad';
		strongAt?: (at: number) => boolean;
	}
): YAXisComponentOption {
	const { colours } = look;
	const style = (at: number): string => {
		const colour = column.colour?.(at) ?? (column.strong === true ? 'ink' : 'ink2');
		const strong = column.strongAt?.(at) ?? column.strong ?? false;
		return `${colour}${strong ? 'Strong' : ''}`;
	};
	const rich = Object.fromEntries(
		(['ink', 'ink2', 'good', 'bad'] as const).flatMap((name) => [
			[name, { color: colours[name], fontSize: 12, lineHeight: 16 }],
			[
				`${name}Strong`,
				{ color: colours[name], fontSize: 12, lineHeight: 16, fontWeight: 600 as const }
			]
		])
	);
	return {
		type: 'category',
		inverse: true,
		position: 'right',
		data: column.cells.map((_, at) => String(at)),
		name: column.head,
		nameLocation: 'start',
		nameGap: 9,
		nameMoveOverlap: false,
		nameTextStyle: { color: colours.ink3, align: 'right', padding: [0, -column.offset, 0, 0] },
		axisLine: { show: false, onZero: false },
		axisTick: { show: false },
		axisLabel: {
			interval: 0,
			margin: column.offset,
			align: 'right',
			formatter: (_: string, at: number) => `{${style(at)}|${column.cells[at] ?? ''}}`,
			rich
		},
		splitLine: { show: false }
	};
}
