import type { BarSeriesOption, LineSeriesOption, YAXisComponentOption } from 'echarts';
import type { EChartsOption } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked } from '../mark.ts';
import { base, plot } from '../parts/base.ts';
import { outerColumn, rowAxis, rowGutter, topAxis } from '../parts/rows.ts';
import { widest } from '../parts/text.ts';
import { vitalShare, type ParetoRow, type ParetoWords } from './pareto-columns.ts';
import { paretoBar, paretoMark } from './pareto-mark.ts';

/**
 * Many groups: a row each, names at full length at the left, numbers as columns at the right. The
 * bars run from zero to the total, as the cumulative line does.
 */
export function paretoLying(
	rows: readonly ParetoRow[],
	selected: string | null | undefined,
	look: Look,
	words: ParetoWords
): EChartsOption {
	const total = rows.reduce((sum, { amount }) => sum + amount, 0);
	const names = rows.map(({ name }) => name);
	const over = look.narrow;
	const left = over ? 1 : rowGutter(look, names);
	const columns = [
		{ head: words.amountName, cells: rows.map(({ amount }) => words.amount(amount)), strong: true },
		{ head: words.shareName, cells: rows.map(({ share }) => words.share(share)), strong: false },
		{
			head: words.cumulativeName,
			cells: rows.map(({ cumulative }) => words.share(cumulative)),
			strong: false
		}
	];
	const widths = columns.map(({ head, cells }) => Math.ceil(widest([head, ...cells])) + 16);
	const right = widths.reduce((sum, width) => sum + width, 0);
	const place = { left, right, top: 44, bottom: over ? 4 : 28 };
	const heads = (at: number): number =>
		widths.slice(0, at + 1).reduce((sum, width) => sum + width, 0);
	return {
		...base(look),
		grid: plot(place),
		xAxis: [
			over
				? { type: 'value', show: false, min: 0, max: 100 }
				: topAxis(look, { min: 0, max: 100, interval: 20 }, words.shareTick),
			{
				type: 'value',
				show: false,
				min: 0,
				max: over ? Math.max(...rows.map(({ amount }) => amount), 0) : total
			}
		],
		yAxis: [
			rowAxis(
				look,
				rows.map(({ id }) => id),
				{
					name: (at) => names[at] ?? '',
					...(over ? { over: 7 } : {}),
					width: over ? look.width - 8 : left - 12,
					strong: (at) => rows[at]?.kind === 'vital'
				}
			),
			...columns.map((column, at): YAXisComponentOption =>
				outerColumn(look, { ...column, offset: heads(at) })
			)
		],
		series: [bars(rows, selected, look, words), ...(over ? [] : [line(rows, look, words)])]
	} as EChartsOption;
}

function bars(
	rows: readonly ParetoRow[],
	selected: string | null | undefined,
	look: Look,
	words: ParetoWords
): BarSeriesOption {
	return {
		type: 'bar',
		name: words.amountName,
		xAxisIndex: 1,
		...(look.narrow ? { barWidth: 10 } : { barCategoryGap: '36%' }),
		barMinHeight: 1,
		z: 3,
		emphasis: { disabled: true },
		data: rows.map((row, at) =>
			marked(
				{ value: row.amount, itemStyle: paretoBar(row, selected, look) },
				paretoMark(row, words, [row.amount, at], 'y')
			)
		)
	};
}

function line(rows: readonly ParetoRow[], look: Look, words: ParetoWords): LineSeriesOption {
	const { colours } = look;
	return {
		type: 'line',
		name: words.cumulativeName,
		symbol: 'circle',
		symbolSize: 4,
		showAllSymbol: true,
		silent: true,
		z: 5,
		lineStyle: { color: colours.ink, width: 1.25 },
		itemStyle: { color: colours.ink },
		data: rows.map((row, at) => [row.cumulative * 100, at]),
		markLine: {
			silent: true,
			symbol: 'none',
			animation: false,
			lineStyle: { type: [1, 3], color: colours.ink2, width: 1 },
			data: [
				{
					xAxis: vitalShare * 100,
					label: {
						show: true,
						position: 'end' as const,
						rotate: 0,
						distance: 4,
						formatter: () => words.mark,
						color: colours.ink2,
						fontSize: 12
					}
				}
			]
		}
	};
}
