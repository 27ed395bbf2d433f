import type { EChartsOption, Height, Numbers } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { intervalPlot, plotHeight, type PlotRow } from './interval-plot.ts';

export type WordRatioColumns = {
	/** In the order drawn. */
	readonly word: readonly string[];
	/** Logarithm to base 2 of how many times as usual, with its interval. */
	readonly log2: Numbers;
	readonly lower: Numbers;
	readonly upper: Numbers;
	readonly cases: Numbers;
};

export type WordRatioWords = {
	readonly ratioName: string;
	readonly casesName: string;
	/** How many times: 2 is twice as usual. */
	readonly ratio: (times: number) => string;
	readonly cases: (cases: number) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};

/** Which words tell a selection from the rest? Steps of the axis double. */
export function wordRatios(
	columns: WordRatioColumns,
	look: Look,
	words: WordRatioWords
): EChartsOption {
	const rows = columns.word.map((word, at): PlotRow => {
		const value = valueAt(columns.log2, at);
		return {
			name: word,
			strong: at === 0,
			value,
			low: valueAt(columns.lower, at),
			high: valueAt(columns.upper, at),
			verdict: at === 0 ? 'neutral' : 'open',
			colour: at === 0 ? 'ink' : 'ink2',
			cells: [words.cases(valueAt(columns.cases, at)), words.ratio(2 ** value)],
			mark: { id: word, key: word, words: words.tip(at) }
		};
	});
	const most = Math.max(1, ...rows.map(({ high }) => high));
	const step = Math.max(1, Math.ceil(most / (look.narrow ? 3 : 7)));
	const end = Math.ceil(most / step) * step;
	// At the last tick the heads of the columns begin.
	return intervalPlot(
		rows,
		look,
		{
			heads: [words.casesName, words.ratioName],
			tick: (value) => (value < end ? words.ratio(2 ** value) : '')
		},
		words.ratioName,
		{
			min: Math.min(0, ...rows.map(({ low }) => Math.floor(low / step) * step)),
			max: end,
			interval: step
		}
	);
}

export const wordRatiosHeight = (columns: WordRatioColumns): Height =>
	plotHeight(columns.word.length);
