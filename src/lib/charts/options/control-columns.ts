import type { Numbers } from '../drawing.ts';

/** What a point signals: a change for the better or the worse, or one that is neither; null: nothing. */
export type ControlSignal = 'good' | 'bad' | 'change' | null;

export type ControlColumns = {
	/** First days of the periods, in time order. */
	readonly period: readonly string[];
	readonly step: 'month' | 'week' | 'day';
	readonly value: Numbers;
	/** NaN where a period is not judged. */
	readonly center: Numbers;
	readonly lower: Numbers;
	readonly upper: Numbers;
	/** What each period is to reach, where a target is set; NaN where none is in force. */
	readonly target?: Numbers;
	readonly signal: readonly ControlSignal[];
	/** Which way each signal lies off the centre. */
	readonly side: readonly (-1 | 0 | 1)[];
	/** Places of periods the log knows only a part of: open points. */
	readonly partial: readonly number[];
	/** Values of the year before, aligned, where the reader wants them. */
	readonly earlier?: Numbers;
	/** Phases and annotations. */
	readonly flags: readonly { readonly at: number; readonly label: string }[];
	/** The least the axis may show; 0 for what cannot be negative. */
	readonly floor?: number;
	/** Values are minutes: the axis has whole hours or days. */
	readonly minutes?: boolean;
};

export type ControlWords = {
	readonly valueName: string;
	readonly tick: (value: number) => string;
	/** Names of the lines at their right end. */
	readonly upper: (value: number) => string;
	readonly center: (value: number) => string;
	readonly lower: (value: number) => string;
	readonly target?: (value: number) => string;
	/** Label of a period on the axis, and the second line under the first of a year or month. */
	readonly month: (day: string) => string;
	readonly year: (day: string) => string;
	readonly tip: (at: number) => readonly [string, ...string[]];
};
