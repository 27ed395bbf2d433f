import type { CustomSeriesOption } from 'echarts';
import type { EChartsOption, Height, Numbers } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import { faded, type Look } from '../look/look.ts';
import { marked } from '../mark.ts';
import { base, plot } from '../parts/base.ts';
import { logTicks } from '../parts/log-time.ts';
import { rowGutter } from '../parts/rows.ts';
import { widest } from '../parts/text.ts';

export type Ridge = {
	readonly key: string | null;
	/** Density at each point of `at`, any unit: each ridge is drawn on its own share of one scale. */
	readonly density: Numbers;
	readonly medianMinutes: number;
	readonly cases: number;
};

export type RidgeColumns = {
	/** log10 of minutes, ascending, the same for all ridges. */
	readonly at: Numbers;
	/** From top to bottom. */
	readonly ridges: readonly Ridge[];
};

export type RidgeWords = {
	readonly row: (key: string | null) => string;
	readonly tick: (minutes: number) => string;
	readonly median: (minutes: number) => string;
	readonly cases: (cases: number) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};

const ridgeHeight = 60;

export const ridgesHeight = ({ ridges }: RidgeColumns): Height =>
	20 + ridges.length * ridgeHeight + 32;

/** How long did those wait who gave each score? Densities over a log axis, medians as lines. */
export function ridges(columns: RidgeColumns, look: Look, words: RidgeWords): EChartsOption {
	const { colours } = look;
	const names = columns.ridges.map(({ key }) => words.row(key));
	const counts = columns.ridges.map(({ cases }) => words.cases(cases));
	const left = rowGutter(look, names);
	const right = Math.ceil(widest(counts)) + 16;
	const low = valueAt(columns.at, 0);
	const high = valueAt(columns.at, columns.at.length - 1);
	const axis = {
		type: 'category' as const,
		inverse: true,
		axisLine: { show: false },
		axisTick: { show: false }
	};
	const data = columns.ridges.map((_, at) => String(at));
	const label = {
		interval: 0,
		verticalAlign: 'bottom' as const,
		padding: [0, 0, -26, 0],
		fontSize: 12
	};
	return {
		...base(look),
		grid: plot({ left, right, top: 16, bottom: 32 }),
		xAxis: {
			type: 'value',
			min: low,
			max: high,
			axisLine: { show: true, onZero: false, lineStyle: { color: colours.line2 } },
			axisTick: { show: false, customValues: logTicks(low, high, look.narrow ? 4 : 6) },
			axisLabel: {
				color: colours.ink2,
				customValues: logTicks(low, high, look.narrow ? 4 : 6),
				formatter: (power: number) => words.tick(Math.round(10 ** power)),
				hideOverlap: true
			},
			splitLine: { show: true, lineStyle: { color: colours.grid } }
		},
		yAxis: [
			{
				...axis,
				data,
				axisLabel: {
					...label,
					margin: 10,
					color: colours.ink,
					fontWeight: 600,
					formatter: (_: string, at: number) => names[at] ?? ''
				}
			},
			{
				...axis,
				axisLine: { show: false, onZero: false },
				data,
				position: 'right',
				axisLabel: {
					...label,
					margin: right - 4,
					align: 'right',
					color: colours.ink3,
					formatter: (_: string, at: number) => counts[at] ?? ''
				}
			}
		],
		series: [shapes(columns, look, words)]
	} as EChartsOption;
}

function shapes(columns: RidgeColumns, look: Look, words: RidgeWords): CustomSeriesOption {
	const { colours } = look;
	const all = columns.ridges;
	const peak = Math.max(...all.flatMap(({ density }) => Array.from(density)), Number.MIN_VALUE);
	return {
		type: 'custom',
		name: 'ridges',
		encode: { x: 1, y: 0 },
		data: all.map((ridge, at) => {
			const median = Math.log10(Math.max(ridge.medianMinutes, 1e-3));
			return marked(
				{ value: [at, median] },
				{ id: `${at}`, key: ridge.key, words: words.tip(at), at: [median, at], along: 'y' }
			);
		}),
		renderItem: (_, api) => {
			const at = Number(api.value(0));
			const ridge = all[at];
			if (ridge === undefined) return null;
			const size = api.size?.([0, 1]);
			const band = (Array.isArray(size) ? size[1] : undefined) ?? ridgeHeight;
			const foot = (api.coord([0, at])[1] ?? 0) + band / 2 - 4;
			const tall = band - 14;
			const outline = Array.from(ridge.density, (density, place): [number, number] => [
				api.coord([valueAt(columns.at, place), at])[0] ?? 0,
				foot - (density / peak) * tall
			]);
			const first = outline[0]?.[0] ?? 0;
			const last = outline.at(-1)?.[0] ?? 0;
			const [x = 0] = api.coord([Number(api.value(1)), at]);
			const known = Number.isFinite(ridge.medianMinutes) && ridge.cases > 0;
			return {
				type: 'group',
				children: [
					{
						type: 'polygon',
						shape: { points: [[first, foot], ...outline, [last, foot]] },
						style: { fill: faded(colours.accent, 0.22) }
					},
					{
						type: 'polyline',
						shape: { points: outline },
						style: { stroke: colours.accent, lineWidth: 1.25, fill: 'none' }
					},
					...(known
						? [
								{
									type: 'rect' as const,
									shape: { x: x - 0.75, y: foot - tall, width: 1.5, height: tall },
									style: { fill: colours.ink }
								},
								{
									type: 'text' as const,
									silent: true,
									style: {
										text: words.median(ridge.medianMinutes),
										x: x + 4,
										y: foot - 2,
										verticalAlign: 'bottom' as const,
										fill: colours.ink,
										fontSize: 12,
										fontWeight: 600 as const,
										fontFamily: look.font
									}
								}
							]
						: [])
				]
			};
		}
	};
}
