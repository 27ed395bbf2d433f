import type { EChartsOption, Height, Numbers } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { intervalPlot, plotHeight, type PlotRow } from './interval-plot.ts';

export type ShareChangeColumns = {
	/** Null is the blank group. Drawn in the order given. */
	readonly key: readonly (string | null)[];
	/** Rows of a higher level are set in bold. */
	readonly parent?: readonly (string | null)[];
	/** Change of the share, 0–1 (0.012 is 1.2 percentage points), with its interval. */
	readonly change: Numbers;
	readonly lower: Numbers;
	readonly upper: Numbers;
	readonly cases: Numbers;
};

export type ShareChangeWords = {
	readonly changeName: string;
	readonly casesName: string;
	readonly blank: string;
	readonly name: (key: string) => string;
	/** A change of share as points with its unit: −1.8 pp. */
	readonly change: (change: number) => string;
	/** A tick in points: +2. */
	readonly tick: (change: number) => string;
	readonly cases: (cases: number) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};

/** An interval that holds zero says nothing; more of a complaint is worse, whatever its kind. */
export const shareVerdict = (lower: number, upper: number): 'worse' | 'better' | 'open' =>
	lower > 0 ? 'worse' : upper < 0 ? 'better' : 'open';

/** Whose share of all complaints moved, in percentage points? */
export function shareChange(
	columns: ShareChangeColumns,
	look: Look,
	words: ShareChangeWords
): EChartsOption {
	const rows = columns.key.map((key, at): PlotRow => {
		const [value, low, high] = [columns.change, columns.lower, columns.upper].map((column) =>
			valueAt(column, at)
		) as [number, number, number];
		const verdict = shareVerdict(low, high);
		const parent = columns.parent?.[at] ?? null;
		return {
			name: key === null ? words.blank : words.name(key),
			strong: columns.parent !== undefined && parent === null,
			value,
			low,
			high,
			verdict,
			good: 'down',
			colour: verdict === 'worse' ? 'bad' : verdict === 'better' ? 'good' : 'ink2',
			cells: [words.change(value), words.cases(valueAt(columns.cases, at))],
			mark: {
				id: `${parent ?? ''} › ${key ?? ''}`,
				key,
				...(parent === null ? {} : { column: parent }),
				words: words.tip(at)
			}
		};
	});
	return intervalPlot(
		rows,
		look,
		{ heads: [words.changeName, words.casesName], tick: words.tick },
		words.changeName
	);
}

export const shareChangeHeight = (columns: ShareChangeColumns): Height =>
	plotHeight(columns.key.length);
