import type { Dimension } from '#lib/measures/case-fields.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';

export type EvidenceStep = 'month' | 'week' | 'day';
/** What the numbers stand side by side for: values of a dimension, or periods one after another. */
export type EvidenceRows = Dimension | EvidenceStep;

/** A number as it stood when somebody pointed at it. `unit` is the measure's, words are the labels then. */
export interface FrozenValue {
	/** Value of the dimension, or first day of the period; '' is the blank group, `restLabel` all others. */
	readonly label: string;
	/** In the unit of the measure; null where there was none. */
	readonly value: number | null;
	/** Cases it stood on. */
	readonly cases: number;
	/** The part pointed at. */
	readonly marked: boolean;
}

/**
 * Where an improvement was started from: a mark of a chart, frozen with its numbers. It keeps the labels of
 * its day, so that a renamed category can be told from a vanished one.
 */
export interface Evidence {
	readonly id: string;
	/** Address of the page without origin: path and query, filter included. */
	readonly href: string;
	/** What was pointed at, in the words of the reader then. */
	readonly title: string;
	/** Query text of the filter (`formatFilter`), with the days resolved. */
	readonly filter: string;
	readonly measure: ChartedMeasure;
	/** Absent: values of the narrowest dimension the filter chooses by. */
	readonly by?: EvidenceRows;
	/** Days the numbers are of. */
	readonly since: string;
	readonly until: string;
	/** Version of the data and its as-of day. */
	readonly dataVersion: number;
	readonly asOfDay: string;
	readonly values: readonly FrozenValue[];
}

/** Label of the values that are not shown one by one: no value of a log. */
export const restLabel = '\u0000';

/** The same numbers today. */
export interface LiveEvidence {
	readonly since: string;
	readonly until: string;
	readonly asOfDay: string;
	readonly values: readonly FrozenValue[];
	/** Values the frozen filter chooses by that the log no longer has: renamed, or never loaded again. */
	readonly gone: readonly string[];
}
