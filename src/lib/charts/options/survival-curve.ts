import { orGap, valueAt, type EChartsOption, type Height, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { faded } from '../look/look.ts';
import type { Mark } from '../mark.ts';
import { marked } from '../mark.ts';
import { gutterOf, valueAxis } from '../parts/axes.ts';
import { base, plot } from '../parts/base.ts';
import { logTicks } from '../parts/log-time.ts';
import { niceScale, extent } from '../parts/scale.ts';

export type SurvivalColumns = {
	/** Minutes at the end of each bin, ascending. */
	readonly minutes: Numbers;
	/** Still open after that time, 0–1, with the ends of its interval. */
	readonly surviving: Numbers;
	readonly lower: Numbers;
	readonly upper: Numbers;
	/** Cases resolved in the bin. */
	readonly ended: Numbers;
};

export type SurvivalWords = {
	readonly shareName: string;
	readonly countName: string;
	readonly share: (share: number) => string;
	readonly count: (count: number) => string;
	readonly tick: (minutes: number) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};

export const survivalHeight: Height = { wide: 400, narrow: 360 };

/** How long until the cases are resolved? The share still open, and below it when they were resolved. */
export function survivalCurve(
	columns: SurvivalColumns,
	look: Look,
	words: SurvivalWords
): EChartsOption {
	const { colours } = look;
	const powers = Array.from(columns.minutes, (minutes) => Math.log10(Math.max(minutes, 1)));
	const low = Math.min(...powers);
	const high = Math.max(...powers, low + 0.1);
	const shares = niceScale(0, 1, 4);
	const counts = niceScale(0, extent(columns.ended)?.[1] ?? 1, 3, true);
	const left = Math.max(gutterOf(shares, words.share), gutterOf(counts, words.count));
	const right = 24;
	const [top, bottom, gap] = [36, 32, 48];
	const free = look.height - top - bottom - gap;
	const upperHeight = Math.round(free * 0.62);
	const ticks = logTicks(low, high, look.narrow ? 4 : 7);
	const marks = powers.map((power, at): Mark => ({
		id: `${at}`,
		key: `${at}`,
		words: words.tip(at),
		at: [power, valueAt(columns.surviving, at)],
		along: 'x'
	}));
	const timeAxis = (gridIndex: number, hidden: boolean) => ({
		type: 'value' as const,
		gridIndex,
		min: low,
		max: high,
		axisLine: { show: true, onZero: false, lineStyle: { color: colours.line2 } },
		axisTick: { show: false, customValues: ticks },
		axisLabel: {
			show: !hidden,
			color: colours.ink2,
			customValues: ticks,
			formatter: (power: number) => words.tick(Math.round(10 ** power)),
			hideOverlap: true
		},
		splitLine: { show: false }
	});
	const step = (column: Numbers) =>
		powers.map((power, at) => [power, orGap(valueAt(column, at))] as [number, number | '-']);
	const edge = { type: 'line' as const, symbol: 'none', silent: true, step: 'end' as const, z: 1 };
	return {
		...base(look),
		grid: [
			plot({ left, right, top, height: upperHeight }),
			plot({ left, right, top: top + upperHeight + gap, bottom })
		],
		xAxis: [timeAxis(0, true), timeAxis(1, false)],
		yAxis: [
			valueAxis(look, {
				name: words.shareName,
				scale: shares,
				label: words.share,
				gutter: left - 4
			}),
			valueAxis(look, {
				name: words.countName,
				scale: counts,
				label: words.count,
				gridIndex: 1,
				gutter: left - 4
			})
		],
		series: [
			...(['lower', 'upper'] as const).map((end) => ({
				...edge,
				name: end,
				data: step(columns[end]),
				lineStyle: { color: faded(colours.accent, 0.45), width: 1 }
			})),
			{
				type: 'line',
				name: words.shareName,
				step: 'end',
				z: 3,
				data: powers.map((power, at) =>
					marked({ value: [power, orGap(valueAt(columns.surviving, at))] }, marks[at])
				),
				symbol: 'circle',
				symbolSize: 4,
				showSymbol: !look.narrow,
				lineStyle: { color: colours.accent, width: 2 },
				itemStyle: { color: colours.accent }
			},
			{
				type: 'bar',
				name: words.countName,
				xAxisIndex: 1,
				yAxisIndex: 1,
				barWidth: Math.max(
					2,
					Math.floor((look.width - left - right) / Math.max((high - low) * 20, 1)) - 1
				),
				itemStyle: { color: colours.rest },
				data: powers.map((power, at) =>
					marked(
						{ value: [power, orGap(valueAt(columns.ended, at))] },
						marks[at] && { ...marks[at], id: `count ${at}` }
					)
				)
			}
		]
	} as EChartsOption;
}
