import type { CustomSeriesOption } from 'echarts';
import type { EChartsOption, Height, Numbers } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { base, plot } from '../parts/base.ts';
import { outerColumn, rowAxis, rowGutter, topAxis } from '../parts/rows.ts';
import { niceScale } from '../parts/scale.ts';
import { widest } from '../parts/text.ts';

export type WaterfallColumns = {
	/** Null is the blank group. Drawn in the order given, the total last. */
	readonly key: readonly (string | null)[];
	/** 'rest' stands for several values, 'total' for the sum of all before it. */
	readonly kind: readonly ('value' | 'rest' | 'total')[];
	/** What each adds; the total's own is their sum. */
	readonly change: Numbers;
	/** 1 where less is better, −1 where more is, 0 where neither. */
	readonly worse: -1 | 0 | 1;
};

export type WaterfallWords = {
	readonly changeName: string;
	readonly name: (at: number) => string;
	/** The change of a row, as its column prints it. */
	readonly change: (at: number) => string;
	readonly tick: (change: number) => string;
	/** Columns at the right, the change left out. */
	readonly heads: readonly string[];
	readonly cells: (at: number) => readonly string[];
	readonly tip: (at: number) => readonly [string, ...string[]];
};

const rowHeight = 30;
const narrowRowHeight = 42;
const barHeight = 18;

export const waterfallHeight = (columns: WaterfallColumns): Height => ({
	wide: 44 + columns.key.length * rowHeight,
	narrow: 44 + columns.key.length * narrowRowHeight
});

/** What adds up to the difference? Each bar starts where the one before it ended. */
export function waterfall(
	columns: WaterfallColumns,
	look: Look,
	words: WaterfallWords
): EChartsOption {
	const { colours } = look;
	const rows = columns.key.map((_, at) => at);
	const change = (at: number) => valueAt(columns.change, at);
	let reached = 0;
	const spans = rows.map((at): readonly [number, number] => {
		if (columns.kind[at] === 'total') return [0, change(at)];
		const from = reached;
		reached += change(at);
		return [from, reached];
	});
	const ends = spans.flat();
	const scale = niceScale(Math.min(0, ...ends), Math.max(0, ...ends), look.narrow ? 2 : 5);
	const names = rows.map(words.name);
	const cells = rows.map((at) => [words.change(at), ...words.cells(at)]);
	const heads = look.narrow ? [words.changeName] : [words.changeName, ...words.heads];
	const widths = heads.map(
		(head, column) => Math.ceil(widest([head, ...cells.map((row) => row[column] ?? '')])) + 20
	);
	const edge = (at: number): number => widths.slice(0, at + 1).reduce((sum, each) => sum + each, 0);
	// The last tick stands half over the edge of the plot, beside the first head.
	const lastTick = Math.ceil(widest([words.tick(scale.max)]) / 2);
	const left = look.narrow ? 1 : rowGutter(look, names);
	const isTotal = (at: number) => columns.kind[at] === 'total';
	const role = (at: number): 'ink' | 'bad' | 'good' | 'ink2' => {
		if (isTotal(at)) return 'ink';
		const direction = Math.sign(change(at)) * columns.worse;
		return direction > 0 ? 'bad' : direction < 0 ? 'good' : 'ink2';
	};
	const bars: CustomSeriesOption = {
		type: 'custom',
		name: words.changeName,
		z: 4,
		clip: false,
		encode: { x: [0, 1], y: 2 },
		data: rows.map((at) => ({
			value: [spans[at]![0], spans[at]![1], at],
			mark: {
				id: `${columns.kind[at]} ${columns.key[at] ?? ''}`,
				key: columns.key[at] ?? null,
				words: words.tip(at),
				at: [spans[at]![1], at] as const,
				along: 'y' as const
			}
		})),
		renderItem: (_, api) => {
			const at = Number(api.value(2));
			const [from = 0, y = 0] = api.coord([api.value(0), at]);
			const [to = 0] = api.coord([api.value(1), at]);
			const [, next = y] = api.coord([api.value(1), at + 1]);
			const fill = role(at) === 'ink2' ? colours.rest : colours[role(at)];
			const bar = {
				type: 'rect' as const,
				shape: {
					x: Math.min(from, to),
					y: y - barHeight / 2,
					width: Math.max(1, Math.abs(to - from)),
					height: barHeight
				},
				style:
					columns.kind[at] === 'rest'
						? { fill: colours.paper, stroke: fill, lineWidth: 1 }
						: { fill }
			};
			const follows = at + 1 < rows.length;
			const tie = {
				type: 'line' as const,
				shape: { x1: to, y1: y + barHeight / 2, x2: to, y2: next - barHeight / 2 },
				style: { stroke: colours.line2, lineWidth: 1 }
			};
			return { type: 'group' as const, children: follows ? [bar, tie] : [bar] };
		}
	};
	return {
		...base(look),
		grid: plot({ left, right: edge(widths.length - 1) + 2 + lastTick, top: 40, bottom: 4 }),
		xAxis: topAxis(look, scale, words.tick),
		yAxis: [
			rowAxis(look, rows.map(String), {
				name: (at) => names[at] ?? '',
				...(look.narrow ? { over: 10 } : {}),
				width: look.narrow ? look.width - 8 : left - 12,
				strong: isTotal,
				line: false
			}),
			...heads.map((head, column) =>
				outerColumn(look, {
					head,
					cells: cells.map((row) => row[column] ?? ''),
					offset: edge(column) + lastTick,
					colour: (at) => (column === 0 ? role(at) : 'ink2'),
					strongAt: (at) => column === 0 || isTotal(at)
				})
			)
		],
		series: [bars]
	};
}
