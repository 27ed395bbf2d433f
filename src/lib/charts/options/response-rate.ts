import type { EChartsOption, Numbers } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked } from '../mark.ts';
import { categoryAxis, gutterOf, valueAxis } from '../parts/axes.ts';
import { selectedBorder, solid } from '../parts/bars.ts';
import { base, plot } from '../parts/base.ts';
import { extent, niceScale } from '../parts/scale.ts';
import { level, widest, wrap } from '../parts/text.ts';

export type ResponseRateColumns = {
	readonly band: readonly string[];
	/** 0–1 of the cases of the band that were rated; NaN where there are none. */
	readonly rate: Numbers;
	readonly cases: Numbers;
	/** Over all bands, 0–1: the line the bars are read against. */
	readonly overall?: number;
	/** Bands the sentence speaks of. */
	readonly subject?: readonly string[];
	readonly selected?: string;
};

export type ResponseRateWords = {
	readonly rateName: string;
	readonly tick: (rate: number) => string;
	readonly rate: (rate: number) => string;
	readonly band: (key: string) => string;
	readonly under: (at: number) => string;
	readonly overall: (rate: number) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};

/** Who answered at all? The share of rated cases in each band, from zero. */
export function responseRate(
	columns: ResponseRateColumns,
	look: Look,
	words: ResponseRateWords
): EChartsOption {
	const { band, overall } = columns;
	const { colours } = look;
	const nice = niceScale(0, extent(columns.rate, [overall ?? 0])?.[1] ?? 1, 4);
	const scale = { ...nice, max: Math.min(nice.max, 1) };
	const left = gutterOf(scale, words.tick);
	const right =
		overall === undefined || look.narrow ? 8 : Math.ceil(widest([words.overall(overall)])) + 16;
	const each = (look.width - left - right) / Math.max(band.length, 1);
	const size = each < 48 ? 10 : 12;
	const heads = level(band.map((key) => wrap(words.band(key), each - 2, 2, size)));
	const lines = Math.max(...heads.map((head) => head.split('\n').length), 1);
	const under = band.map((_, at) => words.under(at));
	const fits = widest(under, size) <= each - 2;
	const subject = new Set(columns.subject ?? band);
	return {
		...base(look),
		grid: plot({ left, right, top: 40, bottom: 16 + 16 * (lines + 1) }),
		xAxis: categoryAxis(look, {
			names: band,
			size,
			label: (at) =>
				`${heads[at] ?? ''}\n${fits ? (under[at] ?? '') : (under[at] ?? '').replace(/^\D+/, '')}`
		}),
		yAxis: valueAxis(look, { name: words.rateName, scale, label: words.tick, gutter: left - 4 }),
		series: [
			{
				type: 'bar',
				name: words.rateName,
				barCategoryGap: '36%',
				barMaxWidth: 56,
				emphasis: { disabled: true },
				data: band.map((key, at) => {
					const rate = valueAt(columns.rate, at);
					return marked(
						{
							value: Number.isFinite(rate) ? rate : ('-' as const),
							itemStyle: {
								...solid(look, subject.has(key) ? 'subject' : 'rest'),
								...(key === columns.selected ? selectedBorder(look) : {})
							},
							label: {
								show: true,
								position: 'top' as const,
								distance: 4,
								formatter: () => words.rate(rate),
								color: colours.ink,
								fontWeight: 600 as const,
								fontSize: size
							}
						},
						{ id: key, key, words: words.tip(at), at: [at, rate], along: 'x' }
					);
				}),
				...(overall === undefined
					? {}
					: {
							markLine: {
								silent: true,
								symbol: 'none',
								animation: false,
								lineStyle: { type: [1, 3], color: colours.ink2, width: 1 },
								data: [
									{
										yAxis: overall,
										label: {
											// On a phone it would lie on the bars' own numbers; the caption has it.
											show: !look.narrow,
											position: 'end' as const,
											distance: 6,
											formatter: () => words.overall(overall),
											color: colours.ink2,
											fontSize: 12
										}
									}
								]
							}
						})
			}
		]
	} as EChartsOption;
}
