import type { ControlFamily } from './control-measures.ts';

/** A month, week or day of a chart. */
export interface ControlPeriod {
	readonly since: string;
	/** Day after the last. */
	readonly until: string;
	/** Days in it. */
	readonly days: number;
	/** The log knows only a part of it: drawn, not judged. */
	readonly partial: boolean;
	/** Days of a partial one the log does tell of. */
	readonly told?: number;
}

/** What a chart is made of, one entry a period. */
export interface ControlSeries {
	readonly family: ControlFamily;
	readonly periods: readonly ControlPeriod[];
	/** Counts, or for individuals the values; null where there is none. */
	readonly amounts: readonly (number | null)[];
	/** Orders, days or cases the counts are counted in; 1 for individuals. */
	readonly sizes: readonly number[];
	/** Cases each point stands on. */
	readonly cases: readonly number[];
	/** Values and limits are shown in so many of the size. */
	readonly multiplier: number;
	/** Values that are skewed as times are. */
	readonly logarithmic?: boolean;
}

/** How the limits are made. */
export const chartKinds = ['prime', 'plain', 'xmr'] as const;
export type ChartKind = (typeof chartKinds)[number];

/** What is usual for the season: factors of a rate or count, differences of a share or value. */
export interface SeasonEffects {
	readonly effects: readonly number[];
	/** Parameters that were estimated. */
	readonly parameters: number;
	/** Of the hypothesis that the seasons make no difference; null where it cannot be told. */
	readonly pValue: number | null;
}

export interface ChartDesign {
	readonly kind: ChartKind;
	readonly season?: SeasonEffects | null;
	/** First days of later phases: each has a centre and limits of its own. */
	readonly phases?: readonly string[];
	/** Limits are made from the periods that lie in these days, where a person froze them. */
	readonly baseline?: { readonly since: string; readonly until: string } | null;
}

/** One entry a period; null where nothing can be said. */
export interface JudgedSeries {
	readonly values: readonly (number | null)[];
	readonly center: readonly (number | null)[];
	readonly lower: readonly (number | null)[];
	readonly upper: readonly (number | null)[];
	/** Sigmas off the centre, seasons taken out; null where the period is not judged. */
	readonly scores: readonly (number | null)[];
	/** Value less what was expected, for trends; null where the period is not judged. */
	readonly deviations: readonly (number | null)[];
	/** Places of the judged periods, by phase. */
	readonly phases: readonly (readonly number[])[];
	/** σz of each phase (of individuals: sigma of one value, in their unit). */
	readonly sigma: readonly (number | null)[];
	/** False where so few periods are known that limits would mean nothing. */
	readonly enough: boolean;
}
