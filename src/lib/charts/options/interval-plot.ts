import type { EChartsOption, Height } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import type { Mark } from '../mark.ts';
import { base, plot } from '../parts/base.ts';
import { intervalRows, type IntervalRow } from '../parts/intervals.ts';
import { outerColumn, rowAxis, rowGutter, topAxis } from '../parts/rows.ts';
import { niceScale, type Scale } from '../parts/scale.ts';
import { widest } from '../parts/text.ts';

/** A row with all that stands beside it, ready to print. */
export type PlotRow = Omit<IntervalRow, 'mark'> & {
	readonly name: string;
	readonly strong: boolean;
	/** Colour of its number column. */
	readonly colour: 'ink' | 'ink2' | 'good' | 'bad';
	readonly cells: readonly string[];
	readonly mark: Omit<Mark, 'at' | 'along'>;
};

const plotRowHeight = 26;
const narrowRowHeight = 40;
export const plotHeight = (rows: number): Height => ({
	wide: 44 + rows * plotRowHeight,
	narrow: 44 + rows * narrowRowHeight
});

/**
 * Values with their intervals as rows around a zero line: the share plot and the coefficient plot.
 * Numbers stand as columns at the right; `heads` names them. On a phone only the first is kept.
 */
export function intervalPlot(
	rows: readonly PlotRow[],
	look: Look,
	words: { heads: readonly string[]; tick: (value: number) => string },
	name: string,
	scale: Scale = aroundZero(rows, look.narrow ? 2 : 6)
): EChartsOption {
	const { colours } = look;
	const heads = look.narrow ? words.heads.slice(0, 1) : words.heads;
	const columns = heads.map((head, at) => ({
		head,
		cells: rows.map(({ cells }) => cells[at] ?? '')
	}));
	const widths = columns.map(({ head, cells }) => Math.ceil(widest([head, ...cells])) + 20);
	const edge = (at: number): number => widths.slice(0, at + 1).reduce((sum, each) => sum + each, 0);
	const names = rows.map((row) => row.name);
	// A phone sets the names over their rows, at full length.
	const left = look.narrow ? 1 : rowGutter(look, names);
	const right = edge(widths.length - 1) + 2;
	const placed = rows.map((row, at): IntervalRow => ({
		...row,
		mark: { ...row.mark, at: [row.value, at], along: 'y' }
	}));
	const series = intervalRows(look, placed, name);
	return {
		...base(look),
		grid: plot({ left, right, top: 40, bottom: 4 }),
		xAxis: topAxis(look, scale, words.tick),
		yAxis: [
			rowAxis(
				look,
				rows.map(({ mark }) => mark.id),
				{
					name: (at) => names[at] ?? '',
					...(look.narrow ? { over: 6 } : {}),
					width: look.narrow ? look.width - 8 : left - 12,
					strong: (at) => rows[at]?.strong ?? false,
					line: false
				}
			),
			...columns.map((column, at) =>
				outerColumn(look, {
					...column,
					offset: edge(at),
					...(at > 0
						? {}
						: {
								colour: (row: number) => rows[row]?.colour ?? 'ink2',
								strongAt: (row: number) => ['good', 'bad', 'ink'].includes(rows[row]?.colour ?? '')
							})
				})
			)
		],
		series: [
			{
				...series,
				markLine: {
					silent: true,
					symbol: 'none',
					animation: false,
					lineStyle: { type: 'solid', color: colours.ink2, width: 1 },
					label: { show: false },
					data: scale.min <= 0 && scale.max >= 0 ? [{ xAxis: 0 }] : []
				}
			}
		]
	} as EChartsOption;
}

/** Zero is always in sight: the question is whether an interval holds it. */
function aroundZero(rows: readonly PlotRow[], count: number): Scale {
	const ends = rows.flatMap(({ low, value, high }) => [low, value, high]).filter(Number.isFinite);
	return niceScale(Math.min(0, ...ends), Math.max(0, ...ends), count);
}
