import type { CustomSeriesOption } from 'echarts';
import type { EChartsOption, Numbers } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import { faded, type Look } from '../look/look.ts';
import { marked, type Mark } from '../mark.ts';
import { categoryAxis, gutterOf, valueAxis } from '../parts/axes.ts';
import { base, plot } from '../parts/base.ts';
import { extent, niceScale } from '../parts/scale.ts';
import { level, textWidth, widest, wrap } from '../parts/text.ts';

export type ScoreBandColumns = {
	/** Key of each band, shortest first. */
	readonly band: readonly string[];
	/** Top-2 share in percent or mean score, in the unit the words print; NaN where none. */
	readonly value: Numbers;
	readonly lower: Numbers;
	readonly upper: Numbers;
	readonly cases: Numbers;
	/** Bands the sentence warns about. */
	readonly warned?: readonly string[];
	readonly target?: number;
	readonly selected?: string;
	/** Ends of the unit (0–100, 1–5): the axis never runs past them. */
	readonly ends: readonly [number, number];
};

export type ScoreBandWords = {
	readonly valueName: string;
	readonly tick: (value: number) => string;
	readonly value: (value: number) => string;
	readonly band: (key: string) => string;
	/** Under the name of a band: n = 430, and a second line where there is something to add. */
	readonly under: (at: number) => readonly [string, string?];
	readonly target: (value: number) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};

const boxWidth = 28;

/**
 * How satisfied by band of waiting time: boxes of intervals with a centre line. They are no bars:
 * the axis need not begin at zero and nothing reaches down to it.
 */
export function scoreBands(
	columns: ScoreBandColumns,
	look: Look,
	words: ScoreBandWords
): EChartsOption {
	const { band, ends, target } = columns;
	const { colours } = look;
	const span = extent(
		columns.lower,
		columns.upper,
		columns.value,
		target === undefined ? [] : [target]
	);
	const [low, high] = span ?? ends;
	// Room for the number under the lowest box.
	const nice = niceScale(low - (high - low) * 0.1, high, look.narrow ? 4 : 6);
	const scale = { ...nice, min: Math.max(nice.min, ends[0]), max: Math.min(nice.max, ends[1]) };
	const left = gutterOf(scale, words.tick);
	const names = band.map(words.band);
	const each = (look.width - left - 8) / Math.max(band.length, 1);
	const size = each < 48 ? 10 : 12;
	const heads = level(names.map((name) => wrap(name, each - 2, 2, size)));
	const lines = Math.max(...heads.map((head) => head.split('\n').length), 1);
	const under = band.map((_, at) => words.under(at));
	// On a phone "n = 1,352" is wider than its band: the number alone is kept.
	const fits =
		widest(
			under.map(([first]) => first),
			size
		) <=
		each - 2;
	const second = under.some(([, more]) => more !== undefined);
	const first = (at: number): string => {
		const text = under[at]?.[0] ?? '';
		return fits ? text : text.replace(/^\D+/, '');
	};
	const label = (at: number): string =>
		[
			`{b|${heads[at] ?? ''}}`.replace(/\n/g, '}\n{b|'),
			`{n|${first(at)}}`,
			...(second ? [`{m|${under[at]?.[1] ?? ''}}`] : [])
		].join('\n');
	const axis = categoryAxis(look, { names: band, label });
	const rich = {
		b: { color: colours.ink2, fontSize: size, lineHeight: 16 },
		n: { color: colours.ink3, fontSize: size, lineHeight: 16 },
		m: { color: colours.bad, fontSize: 12, lineHeight: 16, fontWeight: 600 }
	};
	return {
		...base(look),
		grid: plot({ left, right: 8, top: 40, bottom: 16 + 16 * (lines + 1 + (second ? 1 : 0)) }),
		xAxis: { ...axis, axisLabel: { ...axis.axisLabel, rich } },
		yAxis: valueAxis(look, { name: words.valueName, scale, label: words.tick, gutter: left - 4 }),
		series: [boxes(columns, look, words, scale, each)]
	} as EChartsOption;
}

function boxes(
	columns: ScoreBandColumns,
	look: Look,
	words: ScoreBandWords,
	scale: { min: number; max: number },
	each: number
): CustomSeriesOption {
	const { colours } = look;
	const width = Math.min(boxWidth, each * 0.6);
	const warned = new Set(columns.warned ?? []);
	const { target } = columns;
	return {
		type: 'custom',
		name: words.valueName,
		z: 4,
		encode: { x: 0, y: [1, 2, 3] },
		data: columns.band.map((key, at) => {
			const value = valueAt(columns.value, at);
			const mark: Mark = { id: key, key, words: words.tip(at), at: [at, value], along: 'x' };
			const numbers = [at, value, valueAt(columns.lower, at), valueAt(columns.upper, at)];
			return marked({ value: numbers }, mark);
		}),
		renderItem: (_, api) => {
			const [at, value, low, high] = [0, 1, 2, 3].map((each) => Number(api.value(each))) as [
				number,
				number,
				number,
				number
			];
			if (!Number.isFinite(value)) return null;
			const [x = 0, y = 0] = api.coord([at, value]);
			const top = api.coord([at, Math.min(high, scale.max)])[1] ?? y;
			const foot = api.coord([at, Math.max(low, scale.min)])[1] ?? y;
			const key = columns.band[at] ?? '';
			const colour = warned.has(key) ? colours.bad : colours.accent;
			const chosen = key === columns.selected;
			const text = words.value(value);
			const floor = api.coord([at, scale.min])[1] ?? foot;
			// Below the box; above it where the axis is too near.
			const below = floor - foot > 20;
			return {
				type: 'group',
				children: [
					{
						type: 'rect',
						shape: { x: x - width / 2, y: top, width, height: Math.max(foot - top, 1) },
						style: {
							fill: faded(colour, 0.22),
							...(chosen ? { stroke: colours.ink, lineWidth: 2 } : {})
						}
					},
					{
						type: 'rect',
						shape: { x: x - width / 2, y: y - 1, width, height: 2 },
						style: { fill: colour }
					},
					{
						type: 'text',
						silent: true,
						style: {
							text,
							x,
							y: below ? foot + 4 : top - 4,
							align: 'center',
							verticalAlign: below ? 'top' : 'bottom',
							fill: warned.has(key) ? colours.bad : colours.ink,
							fontSize: textWidth(text) > each ? 11 : 12,
							fontWeight: 600,
							fontFamily: look.font
						}
					}
				]
			};
		},
		...(target === undefined
			? {}
			: {
					markLine: {
						silent: true,
						symbol: 'none',
						animation: false,
						lineStyle: { type: 'solid', color: colours.ink, width: 1 },
						data: [
							{
								yAxis: target,
								label: {
									show: true,
									position: 'insideStartTop',
									distance: [4, 2],
									formatter: () => words.target(target),
									color: colours.ink,
									fontSize: 12
								}
							}
						]
					}
				})
	};
}
