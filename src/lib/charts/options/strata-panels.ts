import type { LineSeriesOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import type { EChartsOption, Height, Numbers } from '../drawing.ts';
import { orGap, valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked } from '../mark.ts';
import { gutterOf, valueAxis } from '../parts/axes.ts';
import { base } from '../parts/base.ts';
import { band } from '../parts/lines.ts';
import { extent, niceScale } from '../parts/scale.ts';
import { shorten, widest } from '../parts/text.ts';

export type Stratum = {
	readonly key: string | null;
	/** One entry a band, in percent or score as the words print; NaN where there are under 30. */
	readonly value: Numbers;
	readonly lower: Numbers;
	readonly upper: Numbers;
};

export type StrataColumns = {
	/** Bands along every x axis. */
	readonly band: readonly string[];
	readonly strata: readonly Stratum[];
	/** The same over all strata: the grey line in every panel. */
	readonly pooled: Numbers;
	/** Ends of the unit (0–100, 1–5): the one y scale of all panels lies within. */
	readonly ends: readonly [number, number];
};

export type StrataWords = {
	/** Title and second line of a panel. */
	readonly title: (at: number) => string;
	readonly under: (at: number) => string;
	readonly band: (key: string) => string;
	readonly tick: (value: number) => string;
	readonly pooled: string;
	readonly tip: (stratum: number, band: number) => readonly [string, ...string[]];
};

const panelHeight = 230;
const narrowPanelHeight = 190;
const most = 4;

const across = (panels: number, narrow: boolean): number =>
	narrow ? 1 : panels % 3 === 0 && panels % 4 !== 0 ? 3 : Math.min(panels, most);

export function strataHeight({ strata }: StrataColumns): Height {
	const rows = (narrow: boolean): number =>
		Math.ceil(strata.length / Math.max(across(strata.length, narrow), 1));
	return { wide: rows(false) * panelHeight, narrow: rows(true) * narrowPanelHeight };
}

/** Is it so within each stratum too? Small panels on one scale, all cases as a grey line in each. */
export function strataPanels(
	columns: StrataColumns,
	look: Look,
	words: StrataWords
): EChartsOption {
	const { strata } = columns;
	const scale = sharedScale(columns);
	const perRow = Math.max(across(strata.length, look.narrow), 1);
	const rows = Math.max(Math.ceil(strata.length / perRow), 1);
	const left = gutterOf(scale, words.tick);
	const gap = 24;
	const width = (look.width - left - 8 - gap * (perRow - 1)) / perRow;
	const height = look.height / rows;
	const panels = strata.map((_, at) => ({
		left: left + (at % perRow) * (width + gap),
		top: Math.floor(at / perRow) * height + 52,
		width,
		height: height - 52 - 32
	}));
	return {
		...base(look),
		grid: panels.map((panel) => ({ ...panel, outerBoundsMode: 'none' as const })),
		xAxis: strata.map((_, at) => bandAxis(columns, look, words, at, width)),
		yAxis: strata.map((_, at): YAXisComponentOption => {
			const axis = valueAxis(look, {
				name: title(words, at, width),
				scale,
				label: words.tick,
				gridIndex: at,
				gutter: 0,
				nameGap: 12
			});
			return {
				...axis,
				nameTextStyle: { align: 'left', rich: titleStyles(look) },
				axisLabel: { ...axis.axisLabel, show: at % perRow === 0 }
			} as YAXisComponentOption;
		}),
		series: strata.flatMap((stratum, at) => panelLines(columns, stratum, at, look, words))
	} as EChartsOption;
}

function sharedScale({ strata, pooled, ends }: StrataColumns) {
	const all = strata.flatMap(({ value, lower, upper }) => [value, lower, upper]);
	const [low, high] = extent(pooled, ...all) ?? ends;
	const nice = niceScale(low, high, 5);
	return { ...nice, min: Math.max(nice.min, ends[0]), max: Math.min(nice.max, ends[1]) };
}

const title = (words: StrataWords, at: number, width: number): string =>
	`{t|${shorten(words.title(at), width)}}\n{u|${shorten(words.under(at), width + 16)}}`;

const titleStyles = ({ colours }: Look) => ({
	t: { color: colours.ink, fontSize: 12, lineHeight: 18, fontWeight: 600 },
	u: { color: colours.ink2, fontSize: 12, lineHeight: 16 }
});

function bandAxis(
	{ band: bands }: StrataColumns,
	look: Look,
	words: StrataWords,
	at: number,
	width: number
): XAXisComponentOption {
	const { colours } = look;
	const names = bands.map(words.band);
	const every = Math.max(1, Math.ceil(((widest(names) + 14) * bands.length) / Math.max(width, 1)));
	return {
		type: 'category',
		gridIndex: at,
		data: [...bands],
		axisLine: { show: true, onZero: false, lineStyle: { color: colours.line2 } },
		axisTick: { show: false },
		axisLabel: {
			interval: 0,
			color: colours.ink2,
			hideOverlap: true,
			formatter: (_: string, place: number) =>
				place % every === Math.floor((every - 1) / 2) ? (names[place] ?? '') : ''
		}
	};
}

function panelLines(
	columns: StrataColumns,
	stratum: Stratum,
	at: number,
	look: Look,
	words: StrataWords
): LineSeriesOption[] {
	const { colours } = look;
	const place = { xAxisIndex: at, yAxisIndex: at };
	const common = { type: 'line' as const, ...place, emphasis: { disabled: true } };
	const last = columns.band.length - 1;
	return [
		...band(look, {
			lower: stratum.lower,
			upper: stratum.upper,
			role: 'subject',
			name: `stratum ${at}`,
			...place
		}),
		{
			...common,
			name: words.pooled,
			silent: true,
			symbol: 'none',
			z: 2,
			lineStyle: { color: colours.rest, width: 1.5 },
			data: columns.band.map((_, each) => ({
				value: orGap(valueAt(columns.pooled, each)),
				...(at === 0 && each === last - 1
					? {
							label: {
								show: true,
								position: 'top',
								formatter: () => words.pooled,
								color: colours.ink2
							}
						}
					: {})
			})),
			...(at === 0 ? { showAllSymbol: true, symbol: 'circle', symbolSize: 0.1 } : {})
		} as LineSeriesOption,
		{
			...common,
			name: words.title(at),
			z: 4,
			symbol: 'circle',
			symbolSize: 5,
			showAllSymbol: true,
			lineStyle: { color: colours.accent, width: 1.5 },
			itemStyle: { color: colours.accent },
			data: columns.band.map((name, each) => {
				const value = valueAt(stratum.value, each);
				const mark = {
					id: `${at}/${each}`,
					key: stratum.key,
					column: name,
					words: words.tip(at, each),
					at: [each, value] as const
				};
				return marked({ value: orGap(value) }, Number.isFinite(value) ? mark : undefined);
			})
		}
	];
}
