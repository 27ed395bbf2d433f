import type { CustomSeriesOption } from 'echarts';
import type { EChartsOption, Height, Numbers } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import { faded, type Look } from '../look/look.ts';
import { marked } from '../mark.ts';
import { base, plot } from '../parts/base.ts';
import { logTicks } from '../parts/log-time.ts';
import { rowAxis, rowGutter } from '../parts/rows.ts';

export type DensityGridColumns = {
	/** Scores down, best first. */
	readonly score: readonly string[];
	/** Edges of the time cells, log10 of minutes, ascending: one more than cells. */
	readonly edges: Numbers;
	/** One entry a cell: indexes and how many cases. */
	readonly row: Numbers;
	readonly column: Numbers;
	readonly count: Numbers;
};

export type DensityGridWords = {
	readonly score: (key: string) => string;
	readonly tick: (minutes: number) => string;
	readonly tip: (cell: {
		score: string;
		fromMinutes: number;
		toMinutes: number;
		count: number;
	}) => readonly [string, ...string[]];
};

const stripHeight = 36;

export const densityGridHeight = ({ score }: DensityGridColumns): Height =>
	12 + score.length * stripHeight + 32;

/**
 * Where do cases of each score lie along the waiting time? A strip a score; the darkness is the
 * share of that score's cases, so that a rare score is as readable as a frequent one.
 */
export function densityGrid(
	columns: DensityGridColumns,
	look: Look,
	words: DensityGridWords
): EChartsOption {
	const { colours } = look;
	const names = columns.score.map(words.score);
	const left = rowGutter(look, names);
	const low = valueAt(columns.edges, 0);
	const high = valueAt(columns.edges, columns.edges.length - 1);
	return {
		...base(look),
		grid: plot({ left, right: 12, top: 12, bottom: 32 }),
		xAxis: {
			type: 'value',
			min: low,
			max: high,
			axisLine: { show: true, onZero: false, lineStyle: { color: colours.line2 } },
			axisTick: { show: false, customValues: logTicks(low, high, look.narrow ? 4 : 8) },
			axisLabel: {
				color: colours.ink2,
				customValues: logTicks(low, high, look.narrow ? 4 : 8),
				formatter: (power: number) => words.tick(Math.round(10 ** power)),
				hideOverlap: true
			},
			splitLine: { show: false }
		},
		yAxis: rowAxis(look, columns.score, {
			name: (at) => names[at] ?? '',
			width: left - 12,
			line: false
		}),
		series: [strips(columns, look, words)]
	} as EChartsOption;
}

function strips(
	columns: DensityGridColumns,
	look: Look,
	words: DensityGridWords
): CustomSeriesOption {
	const { colours } = look;
	const cells = Array.from({ length: columns.count.length }, (_, at) => ({
		row: valueAt(columns.row, at),
		column: valueAt(columns.column, at),
		count: valueAt(columns.count, at)
	})).filter(({ count }) => count > 0);
	const total = columns.score.map((_, row) =>
		cells.reduce((sum, cell) => (cell.row === row ? sum + cell.count : sum), 0)
	);
	const share = (cell: { row: number; count: number }): number =>
		cell.count / (total[cell.row] ?? cell.count);
	const peak = Math.max(...cells.map(share), Number.MIN_VALUE);
	return {
		type: 'custom',
		name: 'strips',
		encode: { x: [0, 1], y: 2 },
		data: cells.map((cell) => {
			const from = valueAt(columns.edges, cell.column);
			const to = valueAt(columns.edges, cell.column + 1);
			const score = columns.score[cell.row] ?? '';
			const place = { score, fromMinutes: 10 ** from, toMinutes: 10 ** to, count: cell.count };
			return marked(
				{ value: [from, to, cell.row, share(cell)] },
				{
					id: `${cell.row}/${cell.column}`,
					key: score,
					column: String(cell.column),
					words: words.tip(place),
					at: [(from + to) / 2, cell.row]
				}
			);
		}),
		renderItem: (_, api) => {
			const row = api.value(2);
			const [from = 0, y = 0] = api.coord([api.value(0), row]);
			const [to = 0] = api.coord([api.value(1), row]);
			// Square root: ink is read by area, and the tails must not vanish.
			const darkness = 0.06 + 0.94 * Math.sqrt(Number(api.value(3)) / peak);
			return {
				type: 'rect',
				shape: {
					x: from,
					y: y - stripHeight / 2 + 3,
					width: to - from - 0.5,
					height: stripHeight - 6
				},
				style: { fill: faded(colours.accent, darkness) }
			};
		}
	};
}
