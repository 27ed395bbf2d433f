import type { Numbers } from '../drawing.ts';

export type MonthlyTrendColumns = {
	/** 'YYYY-MM', ascending, none left out; 'YYYY-MM-DD' throughout for a trend by day. */
	readonly month: readonly string[];
	readonly count: Numbers;
	/** The part of a month that is like the running one (days 1–18); NaN where not compared. */
	readonly comparable?: Numbers;
	/** The line under the bars, in the unit its words print; NaN where nobody answered. */
	readonly value?: Numbers;
	readonly lower?: Numbers;
	readonly upper?: Numbers;
	readonly limitLower?: Numbers;
	readonly limitUpper?: Numbers;
	/** Index of the month that still runs; none when all are whole. */
	readonly running?: number;
	readonly target?: number;
	readonly flags?: readonly { readonly month: string; readonly label: string }[];
	/** 'YYYY-MM' of the chosen month. */
	readonly selected?: string;
};

export type MonthlyTrendWords = {
	readonly countName: string;
	readonly valueName: string;
	/** Month of the year, or day of the month in a trend by day. */
	readonly month: (month: string) => string;
	/** The year, or the month in a trend by day. */
	readonly year: (month: string) => string;
	readonly count: (count: number) => string;
	readonly countTick: (count: number) => string;
	readonly valueTick: (value: number) => string;
	readonly lower: string;
	readonly upper: string;
	readonly target: (value: number) => string;
	/** Above a month with a comparable part: the whole, then the part. */
	readonly whole: (count: number) => string;
	readonly part: (count: number) => string;
	/** Beside the running month: number, then days. */
	readonly running: (count: number) => readonly [string, string];
	/** At the end of the line; `running` says that its last point is not a whole month. */
	readonly last: (value: number, running: boolean) => string;
	/** Tooltip of a month: title first. */
	readonly tip: (at: number) => readonly [string, ...string[]];
};
