import type { JudgedStage, Outcome } from '#lib/calendar/policy.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';

/** A day of the business zone, `YYYY-MM-DD`. */
export type Day = string;

/** Days from `since` up to, not including, `until`. */
export interface DayRange {
	readonly since: Day;
	readonly until: Day;
}

/** Named periods; they are resolved against the as-of day of the log, never the server's clock. */
export const periodNames = [
	'this-month',
	'last-month',
	'this-quarter',
	'this-year',
	'recent',
	'whole-months',
	'all'
] as const;
export type PeriodName = (typeof periodNames)[number];
export type Period = PeriodName | DayRange;

/**
 * What the period is compared with, like for like. `auto`: last year where the log reaches back, else the
 * days before. `rest`: not another period but the other cases of this one; only some pages know it, the
 * others compare with nothing then.
 */
export const comparisons = ['auto', 'year', 'previous', 'none', 'rest'] as const;
export type Comparison = (typeof comparisons)[number];

/** Whether a case ended, as the log tells. `time_missing`: closed, but no end time; `unknown`: the log does not say. */
export const states = ['resolved', 'open', 'time_missing', 'unknown'] as const;
export type State = (typeof states)[number];

/**
 * What a case must have for a measure to count it. `resolution_or_open` is the cohort of resolution
 * times: a counted time, or none yet (`resolution_working_or_open`: of working time). `contradicting_flag`: the log's on-time flag says otherwise than its dates. `*_score`: that side of satisfaction was scored, `*_satisfied`: 4 or 5.
 */
export const facts = [
	'first_response',
	'resolution',
	'resolution_or_open',
	'satisfaction',
	'admissible',
	'cost',
	'amount',
	'narrative',
	'customer',
	'reopens_told',
	'clear_finding',
	'nps',
	'promoter',
	'passive',
	'detractor',
	'timeliness_score',
	'solution_score',
	'openness_score',
	'follow_up_score',
	'timeliness_satisfied',
	'solution_satisfied',
	'openness_satisfied',
	'follow_up_satisfied',
	'contradicting_flag',
	'first_response_working',
	'resolution_working_or_open',
	'handling_minutes'
] as const;
export type Fact = (typeof facts)[number];

/** Half-open span of minutes; a missing end is open. */
export interface MinuteSpan {
	readonly from?: number;
	readonly below?: number;
}

/**
 * Which cases are meant. Every number of every page can be written as one, which is what lets each
 * number open exactly the cases it counts. Within a list any value fits; lists are joined by "and".
 * The blank group of a dimension is the empty string.
 */
export interface Filter {
	readonly period: Period;
	readonly comparison: Comparison;
	readonly dimensions: Readonly<Partial<Record<Dimension, readonly string[]>>>;
	/** Sources; none named means every log but the demo, or the demo while there is no other. */
	readonly sources: readonly string[];
	/** Satisfaction 1–5; 0 stands for "not rated". */
	readonly scores: readonly number[];
	readonly states: readonly State[];
	/** Facts the case must have. */
	readonly having: readonly Fact[];
	/** Facts the case must lack. */
	readonly lacking: readonly Fact[];
	readonly firstResponse?: MinuteSpan;
	readonly resolution?: MinuteSpan;
	/** Working time up to the first response, and to the resolution. */
	readonly firstResponseWorking?: MinuteSpan;
	readonly resolutionWorking?: MinuteSpan;
	/** How the case stands to the limit of a stage; within a stage any outcome fits. */
	readonly limits?: Readonly<Partial<Record<JudgedStage, readonly Outcome[]>>>;
	/** Open at the end of this day. */
	readonly openOn?: Day;
	/** Received within these days as well (a month inside the period, say). */
	readonly within?: DayRange;
	/** Ordinal of a load in the ledger. */
	readonly load?: number;
	/** Key of a warning the import raised about the row, as the ledger lists it. */
	readonly warning?: string;
	/** Text to find in number, order number and narrative. */
	readonly search?: string;
	/** Terms read out of the narrative; all of them must be in it. */
	readonly words?: readonly string[];
	/** Themes of narratives, any of them; 0 is none of them. */
	readonly themes?: readonly number[];
	/** A group of near-duplicate narratives. */
	readonly twins?: number;
	/** A further column of the log and the value it must have. */
	readonly extra?: { readonly key: string; readonly value: string };
}

/** The filter of a page opened without any. */
export const emptyFilter: Filter = {
	period: 'recent',
	comparison: 'auto',
	dimensions: {},
	sources: [],
	scores: [],
	states: [],
	having: [],
	lacking: []
};
