import type { Numbers } from '../drawing.ts';
import type { Flag } from '../parts/flags.ts';

export type ForecastColumns = {
	/** First days of the periods, in time order: whole ones, then coming ones. */
	readonly period: readonly string[];
	readonly step: 'month' | 'week';
	/** What came; NaN in the periods to come. */
	readonly value: Numbers;
	/** What is expected; NaN in the past. */
	readonly median: Numbers;
	readonly lower80: Numbers;
	readonly upper80: Numbers;
	readonly lower95: Numbers;
	readonly upper95: Numbers;
	/** The same period a year before, beside the forecast; NaN elsewhere. */
	readonly earlier: Numbers;
	/** Cases of the running period so far, at the first period to come; NaN where none runs. */
	readonly seen: number;
	/** Suggested changes of level. */
	readonly flags: readonly Flag[];
};

export type ForecastWords = {
	readonly valueName: string;
	readonly tick: (value: number) => string;
	/** Names at the right end: the middle, the bounds of the wide interval, last year. */
	readonly median: (value: number) => string;
	readonly upper: (value: number) => string;
	readonly lower: (value: number) => string;
	readonly earlier: string;
	readonly month: (day: string) => string;
	readonly year: (day: string) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};
