import type { Numbers } from '../drawing.ts';

/** What a period is to the verdict: see `improvement/check-periods.ts`. */
export type ImprovementSide =
	'baseline' | 'excluded' | 'transition' | 'after' | 'later' | 'partial' | 'outside';

/** Since the countermeasures work, in the verdict or come later. */
export const isAfter = (side: ImprovementSide | undefined): boolean =>
	side === 'after' || side === 'later';

export type ImprovementColumns = {
	/** First days of the periods, in time order. */
	readonly period: readonly string[];
	readonly step: 'month' | 'week';
	readonly value: Numbers;
	/** NaN where a period is not judged; centre and limits are of each phase. */
	readonly center: Numbers;
	readonly lower: Numbers;
	readonly upper: Numbers;
	readonly side: readonly ImprovementSide[];
	/** Mean of what is counted after, where the centre moves with the seasons; absent: the centre's end. */
	readonly mean?: number | null;
	readonly target: number | null;
	/** Where the effective date lies, in periods from the first; null: it is open or not shown. */
	readonly effectiveAt: number | null;
	/** Values are minutes: the axis has whole hours or days. */
	readonly minutes?: boolean;
	/** The least the axis may show. */
	readonly floor: number | null;
};

export type ImprovementWords = {
	readonly valueName: string;
	readonly tick: (value: number) => string;
	readonly upper: string;
	readonly lower: string;
	readonly target: (value: number) => string;
	readonly mean: (value: number) => string;
	/** Over the line of the effective date. */
	readonly effective: string;
	/** Over the days left out. */
	readonly excluded: string;
	readonly month: (day: string) => string;
	readonly year: (day: string) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};
