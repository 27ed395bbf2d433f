import type { Day, Filter } from '#lib/filter/filter.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';

/** Measures a month is judged by: those of the control charts, and the share a value has of all cases. */
export type ReviewMeasure = ControlMeasureId | 'share';

/** A value of a dimension; the blank group is the empty string, as in a filter. */
export interface ReviewScope {
	readonly dimension: Dimension;
	readonly value: string;
}

/** What has come to a month: it changed; it goes on as it has; the time of year explains it. */
export type FindingKind = 'news' | 'still' | 'season';

/** The months up to the one reviewed, for a small chart; one entry a month, null where nothing is known. */
export interface FindingTrend {
	readonly months: readonly Day[];
	readonly values: readonly (number | null)[];
	readonly center: readonly (number | null)[];
	readonly lower: readonly (number | null)[];
	readonly upper: readonly (number | null)[];
}

/** Something of a month that chance does not explain. */
export interface Finding {
	/** Stable: `measure|dimension|value|side`. */
	readonly id: string;
	readonly kind: FindingKind;
	readonly measure: ReviewMeasure;
	/** Null: all cases. */
	readonly scope: ReviewScope | null;
	/** Where most of what is out of the ordinary lies; null where it is spread or nothing stands out. */
	readonly within: (ReviewScope & { readonly cases: number; readonly filter: Filter }) | null;
	/** First day of the month before, where both are judged together; absent where the month is by itself. */
	readonly since?: Day;
	/** In the unit the control chart shows: share 0–1, minutes, per 10,000 orders. */
	readonly value: number;
	/** What months before, and the time of year, made one expect, and the limits around it. */
	readonly expected: number;
	readonly lower: number;
	readonly upper: number;
	readonly side: -1 | 1;
	readonly meaning: 'good' | 'bad' | 'change';
	/** Two-sided, before the correction for how many were judged together. */
	readonly pValue: number;
	/** Cases it counts. */
	readonly cases: number;
	/** Season that explains it; its kind is `season` then. */
	readonly season: ReviewSeason | null;
	/** First month of the run it belongs to; news in its first month, afterwards `still`. */
	readonly began: Day | null;
	/** Other values and measures that say the same of the same cases: told with it, not beside it. */
	readonly alike: readonly Pick<Finding, 'id' | 'measure' | 'scope' | 'side'>[];
	readonly trend: FindingTrend;
	/** The cases it counts. */
	readonly filter: Filter;
	/** Numbers of improvements, running or closed, on the same cases. */
	readonly improvements: readonly string[];
}

/** Spells of the year by which a month may differ; `time_of_year` is the wave of the year alone. */
export type ReviewSeason =
	'spring' | 'mid_year' | 'double_eleven' | 'national_day' | 'time_of_year';
