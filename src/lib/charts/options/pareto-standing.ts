import type { BarSeriesOption, LineSeriesOption } from 'echarts';
import type { EChartsOption } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked } from '../mark.ts';
import { categoryAxis, gutterOf, valueAxis } from '../parts/axes.ts';
import { base, plot } from '../parts/base.ts';
import { totalScale } from '../parts/scale.ts';
import { level, sizeFor, wrap } from '../parts/text.ts';
import { vitalShare, type ParetoRow, type ParetoWords } from './pareto-columns.ts';
import { paretoBar, paretoMark } from './pareto-mark.ts';

/** Count and share above a bar need this much; inside it, where the line begins at its top. */
const labelHeight = 40;

export function paretoStanding(
	rows: readonly ParetoRow[],
	selected: string | null | undefined,
	look: Look,
	words: ParetoWords
): EChartsOption {
	const { colours } = look;
	const total = rows.reduce((sum, { amount }) => sum + amount, 0);
	const scale = totalScale(total);
	const left = gutterOf({ ...scale, max: scale.interval * 5 }, words.amountTick) + 4;
	const right = 44;
	const each = (look.width - left - right) / Math.max(rows.length, 1);
	const top = 44;
	const size = sizeFor(
		rows.map(({ name }) => name),
		each - 2
	);
	const names = level(rows.map(({ name }) => wrap(name, each - 2, 3, size)));
	const lines = names[0]?.split('\n').length ?? 1;
	const bottom = 12 + 16 * lines;
	const place = { top, bottom, height: look.height - top - bottom };
	const percent = valueAxis(look, {
		name: words.cumulativeName,
		scale: { min: 0, max: 100, interval: 20 },
		label: words.shareTick,
		gutter: 0
	});
	return {
		...base(look),
		grid: plot({ left, right, top, bottom }),
		xAxis: categoryAxis(look, {
			names: rows.map(({ id }) => id),
			label: (at) => names[at] ?? '',
			size
		}),
		yAxis: [
			{
				...valueAxis(look, {
					name: words.amountName,
					scale,
					label: words.amountTick,
					gutter: left - 4,
					lines: false
				}),
				axisLabel: {
					color: colours.ink3,
					formatter: words.amountTick,
					customValues: [...scale.ticks]
				}
			},
			{
				...percent,
				position: 'right',
				nameTextStyle: { color: colours.ink3, align: 'right', padding: [0, -36, 0, 0] }
			}
		],
		series: [bars(rows, selected, look, words, place.height / total), line(rows, look, words)]
	} as EChartsOption;
}

function bars(
	rows: readonly ParetoRow[],
	selected: string | null | undefined,
	look: Look,
	words: ParetoWords,
	pixelsPerUnit: number
): BarSeriesOption {
	const { colours } = look;
	return {
		type: 'bar',
		name: words.amountName,
		barCategoryGap: '20%',
		z: 3,
		emphasis: { disabled: true },
		data: rows.map((row, at) => {
			// The line begins at the top of the first bar: its numbers go inside, in paper colour.
			const inside = at === 0 && row.kind === 'vital' && row.amount * pixelsPerUnit > labelHeight;
			const [strong, soft] = inside ? [colours.paper, colours.paper] : [colours.ink, colours.ink2];
			const crowded = at === 0 && !inside;
			return marked(
				{
					value: row.amount,
					itemStyle: paretoBar(row, selected, look),
					label: {
						show: !crowded,
						position: inside ? ('insideTop' as const) : ('top' as const),
						distance: inside ? 8 : 4,
						formatter: () => `{n|${words.amount(row.amount)}}\n{s|${words.share(row.share)}}`,
						rich: {
							n: { color: strong, fontWeight: 600 as const, fontSize: 12, lineHeight: 16 },
							s: { color: soft, fontSize: 12, lineHeight: 16 }
						}
					}
				},
				paretoMark(row, words, [at, row.amount], 'x')
			);
		})
	};
}

function line(rows: readonly ParetoRow[], look: Look, words: ParetoWords): LineSeriesOption {
	const { colours } = look;
	const vital = rows.filter(({ kind }) => kind === 'vital').length;
	const named = Math.min(vital === 0 ? 3 : vital + 1, rows.length - 1);
	return {
		type: 'line',
		name: words.cumulativeName,
		yAxisIndex: 1,
		symbol: 'circle',
		symbolSize: 5,
		showAllSymbol: true,
		silent: true,
		z: 5,
		lineStyle: { color: colours.ink, width: 1.25 },
		itemStyle: { color: colours.ink },
		data: rows.map((row, at) => ({
			value: row.cumulative * 100,
			label: {
				show: at > 0 && at < named,
				position: 'right' as const,
				offset: [0, 7],
				formatter: () => words.share(row.cumulative),
				color: colours.ink,
				fontWeight: 600 as const,
				fontSize: 12
			}
		})),
		markLine: {
			silent: true,
			symbol: 'none',
			animation: false,
			lineStyle: { type: [1, 3], color: colours.ink2, width: 1 },
			data: [
				{
					yAxis: vitalShare * 100,
					label: {
						show: true,
						position: 'insideEndBottom' as const,
						distance: [4, 2],
						formatter: () => words.mark,
						color: colours.ink2,
						fontSize: 12
					}
				}
			]
		}
	};
}
