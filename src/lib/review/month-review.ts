import type { Day, DayRange, Filter } from '#lib/filter/filter.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import type { OwnMeasure } from '#lib/measures/own-measure.ts';
import type { DutyKind } from '#lib/improvement/duties.ts';
import type { DueState } from '#lib/improvement/due.ts';
import type { Stage } from '#lib/improvement/stages.ts';
import type { Effect, Outcome } from '#lib/improvement/verdict.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import type { Finding } from './finding.ts';

/** A value of other days, and how the month's differs. */
export interface ReviewComparison {
	readonly kind: 'previous' | 'year';
	readonly days: DayRange;
	readonly value: number;
	readonly cases: number;
	/** Value of the month less this one, in the measure's unit (of shares: × 100 is points). */
	readonly change: number;
	/** The change as a part of this value; null for shares and where it is zero. */
	readonly relative: number | null;
	readonly filter: Filter;
}

/** A headline number. */
export interface ReviewFigure {
	readonly measure: ControlMeasureId | 'resolution_rate';
	/** Null where the log does not tell it. */
	readonly value: number | null;
	readonly interval: Interval | null;
	readonly cases: number;
	/** The same days of the month before, and of the same month of last year; null where the log does not reach. */
	readonly before: ReviewComparison | null;
	readonly yearAgo: ReviewComparison | null;
	readonly target: number | null;
	readonly filter: Filter;
}

/** A row of the waterfall: orders (or days) first, then categories, what is left, the sum. */
export interface ReviewDriverRow {
	readonly kind: 'exposure' | 'value' | 'rest' | 'total';
	/** Of `value`; the blank group is empty. */
	readonly value: string | null;
	/** How many values stand in it. */
	readonly values: number;
	/** Complaints it adds; rows before the total add up to it. */
	readonly change: number;
	readonly cases: number;
	readonly casesBefore: number;
	/** Its own rate changed by more than chance, corrected for all rows. */
	readonly found: boolean;
	readonly filter: Filter | null;
}

/** Why there were more or fewer complaints than in the days held against. */
export interface ReviewDrivers {
	readonly kind: 'previous' | 'year';
	readonly before: DayRange;
	readonly dimension: Dimension;
	/** What complaints are counted by. */
	readonly unit: 'orders' | 'days';
	/** Orders or days now ÷ before. */
	readonly exposureRatio: number;
	readonly cases: number;
	readonly casesBefore: number;
	readonly rows: readonly ReviewDriverRow[];
}

/** The month that comes, or the running one to its end. */
export interface ReviewForecast {
	readonly month: Day;
	readonly running: boolean;
	/** Cases of it so far; null where it has not begun. */
	readonly seen: number | null;
	readonly value: number;
	readonly lower80: number;
	readonly upper80: number;
	readonly lower95: number;
	readonly upper95: number;
	/** Cases of the same month a year before. */
	readonly lastYear: number | null;
	/** Whole months before it, oldest first. */
	readonly months: readonly Day[];
	readonly counts: readonly number[];
}

/** Share of a category and how it differs, in points of a hundred as 0–1. */
export interface CategoryComparison {
	readonly cases: number;
	readonly share: number;
	/** Share of the month less this one. */
	readonly change: number;
	/** Changed by more than chance, corrected for all rows. */
	readonly changed: boolean;
	readonly filter: Filter;
}

/** A row of the table of 消费者协会; the total has neither category nor changes of share. */
export interface CategoryRow {
	readonly kind: 'category' | 'total';
	/** The blank group is empty. */
	readonly category: string | null;
	readonly cases: number;
	readonly share: number;
	readonly before: CategoryComparison | null;
	readonly yearAgo: CategoryComparison | null;
	/** Of the cases received, those resolved as far as the log tells; null where it does not tell. */
	readonly resolved: number | null;
	readonly resolutionRate: number | null;
	readonly filter: Filter;
	readonly resolvedFilter: Filter;
}

/** What happened to an improvement in the month. */
export type ImprovementStep =
	| 'started'
	| 'approved'
	| 'effective'
	| 'verdict'
	| 'decided'
	| 'sustained'
	| 'gain_lost'
	| 'closed';

export interface ReviewedImprovement {
	readonly id: string;
	readonly number: string;
	readonly theme: string;
	readonly owner: string;
	readonly stage: Stage;
	readonly effectiveOn: Day | null;
	/** In the order they happened. */
	readonly steps: readonly { readonly kind: ImprovementStep; readonly day: Day }[];
	/** Of the verdict in force; null before it is signed. */
	readonly outcome: Outcome | null;
	readonly effect: Effect | null;
	readonly measure: string;
	/** The measure itself where it is one of people's own, as the plan holds it. */
	readonly own?: OwnMeasure;
	readonly before: number | null;
	readonly after: number | null;
}

/** What an improvement waits for. */
export interface ReviewDue {
	readonly improvement: string;
	readonly number: string;
	readonly theme: string;
	readonly kind: DutyKind;
	readonly what: string;
	readonly who: readonly string[];
	readonly day: Day | null;
	readonly state: DueState;
	readonly daysLate: number;
}

/** What the readers of the month have to decide. */
export type ReviewDecision =
	/** A change for the worse nobody works on. */
	| { readonly kind: 'signal'; readonly finding: string; readonly filter: Filter }
	/** A gain that was lost; the improvement waits for a decision. */
	| { readonly kind: 'gain_lost'; readonly improvement: string }
	/** Something is overdue by so many days. */
	| { readonly kind: 'overdue'; readonly improvement: string; readonly daysLate: number };

/** A month as it writes itself. Plain JSON: what is signed is kept as it stands. */
export interface MonthReview {
	/** Its first day; months are those of the business zone. */
	readonly month: Day;
	/** Days of it the log tells of. */
	readonly told: DayRange;
	/** The log does not tell all of it: shown, not judged. */
	readonly partial: boolean;
	/** Epoch milliseconds. */
	readonly asOf: number;
	readonly dataVersion: number;
	/** Of every number below that comes from the data. */
	readonly fingerprint: string;
	readonly cases: number;
	readonly filter: Filter;
	readonly figures: readonly ReviewFigure[];
	/** Signals first, then what goes on, then what the season explains. */
	readonly findings: readonly Finding[];
	/** Hypotheses judged together; the rest is common variation. 0: too few months before it. */
	readonly judged: number;
	readonly drivers: ReviewDrivers | null;
	readonly forecast: ReviewForecast | null;
	readonly categories: readonly CategoryRow[];
	readonly improvements: readonly ReviewedImprovement[];
	readonly due: readonly ReviewDue[];
	readonly decisions: readonly ReviewDecision[];
}
