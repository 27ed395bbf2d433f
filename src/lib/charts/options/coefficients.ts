import type { EChartsOption, Height, Numbers } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { niceScale } from '../parts/scale.ts';
import { intervalPlot, plotHeight, type PlotRow } from './interval-plot.ts';

export type CoefficientColumns = {
	/** Name of the row as printed: what is related, in which stratum, by which coefficient. */
	readonly name: readonly string[];
	/** The stratum a row is of, for its menu; null for rows over all cases. */
	readonly key: readonly (string | null)[];
	/** `pooled` over all cases, `within` strata brought together, `stratum` one of them. */
	readonly kind: readonly ('pooled' | 'within' | 'stratum')[];
	/** −1 to 1. */
	readonly value: Numbers;
	readonly lower: Numbers;
	readonly upper: Numbers;
	readonly cases: Numbers;
};

export type CoefficientWords = {
	readonly valueName: string;
	readonly casesName: string;
	readonly value: (value: number, lower: number, upper: number) => string;
	readonly tick: (value: number) => string;
	readonly cases: (cases: number) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};

/** How strongly are two things associated: over all cases and within each stratum? */
export function coefficients(
	columns: CoefficientColumns,
	look: Look,
	words: CoefficientWords
): EChartsOption {
	const rows = columns.name.map((name, at): PlotRow => {
		const kind = columns.kind[at] ?? 'stratum';
		const value = valueAt(columns.value, at);
		const low = valueAt(columns.lower, at);
		const high = valueAt(columns.upper, at);
		return {
			name,
			strong: kind === 'within',
			value,
			low,
			high,
			verdict: kind === 'pooled' ? 'pooled' : 'neutral',
			colour: kind === 'within' ? 'ink' : 'ink2',
			cells: [words.value(value, low, high), words.cases(valueAt(columns.cases, at))],
			mark: { id: `${at} ${name}`, key: columns.key[at] ?? null, words: words.tip(at) }
		};
	});
	const ends = rows.flatMap(({ low, value, high }) => [low, value, high]).filter(Number.isFinite);
	const scale = niceScale(
		Math.max(-1, Math.min(0, ...ends)),
		Math.min(1, Math.max(0, ...ends)),
		look.narrow ? 2 : 6
	);
	return intervalPlot(
		rows,
		look,
		{ heads: [words.valueName, words.casesName], tick: words.tick },
		words.valueName,
		scale
	);
}

export const coefficientsHeight = (columns: CoefficientColumns): Height =>
	plotHeight(columns.name.length);
