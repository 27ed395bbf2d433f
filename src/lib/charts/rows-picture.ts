import { init } from './echarts.ts';
import { lookFor } from './look/look.ts';
import { intervalPlot, plotHeight, type PlotRow } from './options/interval-plot.ts';
import { picture } from './picture.ts';

/** A row of a list that shows amounts: from one end of its bar to the other, and what it says beside it. */
export interface PicturedRow {
	readonly id: string;
	readonly name: string;
	readonly value: number;
	readonly lower: number;
	readonly upper: number;
	readonly text: string;
	readonly strong?: boolean | undefined;
}

const width = 960;

/**
 * The picture of rows that a page shows as a list of links, in the light colours that paper has. Loaded and drawn
 * only when somebody asks for it.
 *
 * @param head of the number column
 */
export async function rowsPicture(
	rows: readonly PicturedRow[],
	head: string,
	tick: (value: number) => string,
	kind: 'png' | 'svg'
): Promise<Blob> {
	const tall = plotHeight(rows.length);
	const height = typeof tall === 'number' ? tall : tall.wide;
	const font = getComputedStyle(document.body).fontFamily;
	const look = lookFor({ scheme: 'light', width, height, font });
	const words = { heads: [head], tick };
	const option = { ...intervalPlot(rows.map(plotRow), look, words, head), animation: false };
	const chart = init(document.createElement('div'), null, { width, height });
	chart.setOption(option);
	const blob = await picture(chart, option, kind, look.colours.paper);
	chart.dispose();
	return blob;
}

function plotRow({ id, name, value, lower, upper, text, strong = false }: PicturedRow): PlotRow {
	return {
		name,
		strong,
		value,
		low: lower,
		high: upper,
		verdict: strong ? 'neutral' : 'open',
		colour: strong ? 'ink' : 'ink2',
		cells: [text],
		mark: { id, key: id, words: [name, text] }
	};
}
