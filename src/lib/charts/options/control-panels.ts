import type { YAXisComponentOption } from 'echarts';
import { valueAt, type EChartsOption, type Height } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import type { Mark } from '../mark.ts';
import { categoryAxis, gutterOf, valueAxis } from '../parts/axes.ts';
import { base } from '../parts/base.ts';
import { periodLabels } from '../parts/period-labels.ts';
import { shorten } from '../parts/text.ts';
import { controlScale, since } from './control-chart.ts';
import type { ControlColumns, ControlWords } from './control-columns.ts';
import { controlLines } from './control-lines.ts';

export type ControlPanel = ControlColumns & {
	/** Value of the dimension; null is the blank group. */
	readonly key: string | null;
};

export type ControlPanelWords = Pick<ControlWords, 'tick' | 'month' | 'year'> & {
	readonly title: (panel: number) => string;
	/** Second line: how many cases, what it signals. */
	readonly under: (panel: number) => string;
	readonly tip: (panel: number, at: number) => readonly [string, ...string[]];
};

const [panelHeight, narrowPanelHeight] = [196, 144];
const narrowPoints = 24;

const across = (look: Pick<Look, 'width'>): number =>
	look.width >= 1080 ? 4 : look.width >= 780 ? 3 : 2;

/** The server does not know the width: it leaves room for three panels a row. */
export function controlPanelsHeight(panels: number): Height {
	return {
		wide: Math.ceil(panels / 4) * panelHeight,
		narrow: Math.ceil(panels / 2) * narrowPanelHeight
	};
}

/** One small control chart a value, each on a scale of its own. */
export function controlPanels(
	panels: readonly ControlPanel[],
	look: Look,
	words: ControlPanelWords
): EChartsOption {
	const shown = panels.map((panel) => {
		const from = look.narrow ? Math.max(0, panel.period.length - narrowPoints) : 0;
		return { panel, columns: from === 0 ? panel : since(panel, from), from };
	});
	const perRow = Math.max(1, Math.min(across(look), panels.length));
	const rows = Math.max(1, Math.ceil(panels.length / perRow));
	const gap = look.narrow ? 12 : 20;
	const width = (look.width - gap * (perRow - 1)) / perRow;
	const height = look.height / rows;
	const scales = shown.map(({ columns }) => controlScale(columns));
	const gutters = scales.map((scale) => gutterOf(scale, words.tick));
	const common = look.narrow ? Math.max(...gutters) : Math.max(...gutters, 0);
	const plots = shown.map((_, at) => ({
		left: (at % perRow) * (width + gap) + common,
		top: Math.floor(at / perRow) * height + 44,
		width: width - common,
		height: height - 44 - 36,
		outerBoundsMode: 'none' as const
	}));
	return {
		...base(look),
		grid: plots,
		xAxis: shown.map(({ columns }, at) => {
			const pixelsEach = (width - common) / Math.max(columns.period.length, 1);
			const labels = periodLabels(columns.period, columns.step, words, pixelsEach);
			return categoryAxis(look, {
				names: columns.period,
				label: (place) => labels[place]?.replace('\n', ' ').split(' ').at(-1) ?? '',
				gridIndex: at
			});
		}),
		yAxis: shown.map(({ panel }, at): YAXisComponentOption => {
			const index = panels.indexOf(panel);
			const axis = valueAxis(look, {
				name: `{t|${shorten(words.title(index), width - 8)}}\n{u|${shorten(words.under(index), width)}}`,
				scale: { ...scales[at]!, interval: scales[at]!.max - scales[at]!.min },
				label: words.tick,
				gridIndex: at,
				gutter: 0,
				nameGap: 8,
				lines: false
			});
			return {
				...axis,
				nameTextStyle: { align: 'left', padding: [0, 0, 0, -common], rich: titleStyles(look) }
			} as YAXisComponentOption;
		}),
		series: shown.flatMap(({ columns, from, panel }, at) =>
			controlLines(
				columns,
				look,
				`panel ${at}`,
				columns.period.map((day, place): Mark => ({
					id: `${at}/${day}`,
					key: panel.key,
					column: day,
					words: words.tip(panels.indexOf(panel), place + from),
					at: [place, valueAt(columns.value, place)]
				})),
				{},
				{ xAxisIndex: at, yAxisIndex: at },
				4,
				(width - common) / Math.max(columns.period.length, 1)
			)
		)
	} as EChartsOption;
}

const titleStyles = ({ colours }: Look) => ({
	t: { color: colours.ink, fontSize: 12, lineHeight: 16, fontWeight: 600 },
	u: { color: colours.ink2, fontSize: 12, lineHeight: 16 }
});
