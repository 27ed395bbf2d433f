import type { CustomSeriesOption } from 'echarts';
import type { EChartsOption, Height, Numbers } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked } from '../mark.ts';
import { base, plot } from '../parts/base.ts';
import { rowAxis, rowGutter } from '../parts/rows.ts';
import { level, shorten, textWidth, wrap } from '../parts/text.ts';
import { drawCell, type HeatCell } from './heat-cell.ts';

export type HeatMapColumns = {
	/** Names down and across, in drawing order; null is the blank group. */
	readonly rows: readonly (string | null)[];
	readonly across: readonly (string | null)[];
	/** One entry a cell: indexes into `rows` and `across`, its count, and how far it is from what was
	 * expected, in standard errors (NaN where it cannot be said). A cell left out is zero. */
	readonly row: Numbers;
	readonly column: Numbers;
	readonly count: Numbers;
	readonly z?: Numbers;
	/** Columns that are part of a period. */
	readonly partial?: readonly number[];
	readonly selected?: { readonly row: string | null; readonly column: string | null };
};

export type HeatMapWords = {
	readonly row: (key: string | null) => string;
	/** May break its own lines with \n (Nov / 2025). */
	readonly column: (key: string | null) => string;
	readonly count: (count: number) => string;
	/** The count in fewer letters, for cells it does not fit into; without it they stay unwritten. */
	readonly short?: (count: number) => string;
	readonly tip: (cell: HeatCell) => readonly [string, ...string[]];
};

const rowHeight = 28;
/** A phone sets the name of a row over its cells. */
const narrowRowHeight = 46;
const narrowCellHeight = 26;
const headHeight = 44;

export const heatMapHeight = ({ rows }: HeatMapColumns): Height => ({
	wide: headHeight + rows.length * rowHeight + 4,
	narrow: headHeight + rows.length * narrowRowHeight + 4
});

/** When, or where, does each category come up? A count in every cell; tint only where it stands out. */
export function heatMap(columns: HeatMapColumns, look: Look, words: HeatMapWords): EChartsOption {
	const names = columns.rows.map(words.row);
	const left = look.narrow ? 1 : rowGutter(look, names);
	const each = (look.width - left - 4) / Math.max(columns.across.length, 1);
	const size = look.narrow && columns.across.length > 5 ? 10 : 12;
	const wanted = level(fitted(columns.across.map(words.column), each, size));
	// Where heads would touch, only every second, third … is written; the last always is.
	const room = Math.max(...wanted.map((head) => textWidth(head.split('\n')[0] ?? '', size)), 1);
	const every = Math.max(1, Math.ceil(room / each));
	const last = columns.across.length - 1;
	const shown = (at: number): boolean =>
		every === 1 || at === last || (at % every === 0 && last - at >= every);
	const { colours } = look;
	return {
		...base(look),
		grid: plot({ left, right: 4, top: headHeight, bottom: 4 }),
		xAxis: {
			type: 'category',
			position: 'top',
			data: columns.across.map((_, at) => String(at)),
			axisLine: { show: false, onZero: false },
			axisTick: { show: false },
			axisLabel: {
				interval: 0,
				color: colours.ink2,
				fontSize: size,
				lineHeight: 15,
				margin: 6,
				formatter: (_: string, at: number) => (shown(at) ? (wanted[at] ?? '') : '')
			}
		},
		yAxis: rowAxis(
			look,
			columns.rows.map((_, at) => String(at)),
			{
				name: (at) => names[at] ?? '',
				...(look.narrow ? { over: 4 } : {}),
				width: look.narrow ? look.width - 8 : left - 12,
				line: false
			}
		),
		series: [cells(columns, look, words)]
	} as EChartsOption;
}

/**
 * Heads fitted to their columns. A second line (the year, the days of a part) may reach over a
 * neighbour that has none; where it cannot stand whole it is left out rather than cut.
 */
function fitted(heads: readonly string[], each: number, size: number): string[] {
	const second = heads.map((head) => head.includes('\n'));
	return heads.map((head, at) => {
		if (second[at] !== true) return wrap(head, Math.max(each - 4, 24), 2, size);
		const alone = second[at - 1] !== true && second[at + 1] !== true;
		const [first = '', ...rest] = head.split('\n');
		const edge = at === 0 || at === heads.length - 1;
		const room = alone && !edge ? each * 1.9 : each - 2;
		const kept = rest.filter((line) => textWidth(line, size) <= room);
		return [shorten(first, Math.max(each - 2, 24), size), ...kept].join('\n');
	});
}

function cells(columns: HeatMapColumns, look: Look, words: HeatMapWords): CustomSeriesOption {
	const partial = new Set(columns.partial ?? []);
	const across = columns.across.length;
	const counts = new Float64Array(columns.rows.length * across);
	const zs = new Float64Array(counts.length).fill(Number.NaN);
	for (let at = 0; at < columns.count.length; at++) {
		const place = valueAt(columns.row, at) * across + valueAt(columns.column, at);
		counts[place] = valueAt(columns.count, at);
		zs[place] = columns.z === undefined ? Number.NaN : valueAt(columns.z, at);
	}
	const all = Array.from(counts, (count, place): HeatCell => {
		const column = place % across;
		return {
			row: columns.rows[Math.floor(place / across)] ?? null,
			column: columns.across[column] ?? null,
			count,
			z: valueAt(zs, place),
			partial: partial.has(column)
		};
	});
	const { selected } = columns;
	const chosen = (cell: HeatCell): boolean =>
		selected !== undefined && selected.row === cell.row && selected.column === cell.column;
	return {
		type: 'custom',
		name: 'cells',
		encode: { x: 0, y: 1 },
		data: all.map((cell, place) => {
			const [x, y] = [place % across, Math.floor(place / across)];
			return marked(
				{ value: [x, y] },
				{ id: `${y}/${x}`, key: cell.row, column: cell.column, words: words.tip(cell), at: [x, y] }
			);
		}),
		renderItem: (_, api) => {
			const [x, y] = [Number(api.value(0)), Number(api.value(1))];
			const cell = all[y * across + x];
			if (cell === undefined) return null;
			const size = api.size?.([1, 1]);
			const [width = 0, height = 0] = Array.isArray(size) ? size : [];
			const [cx = 0, cy = 0] = api.coord([x, y]);
			const tall = look.narrow ? narrowCellHeight : height;
			const foot = cy + height / 2;
			const box = {
				x: cx - width / 2 + 0.5,
				y: foot - tall + 0.5,
				width: width - 1,
				height: tall - 1
			};
			return { type: 'group', children: drawCell(cell, box, chosen(cell), look, words) };
		}
	};
}
