import type { Dimension } from '#lib/measures/case-fields.ts';
import type { DayRange } from '#lib/filter/filter.ts';

/** What an auditor finds of one item in one case. */
export const verdicts = ['conforms', 'does_not', 'not_applicable'] as const;
export type ItemVerdict = (typeof verdicts)[number];

export interface ItemAnswer {
	readonly verdict: ItemVerdict;
	readonly note: string;
}
/** Answers by the id of the item. */
export type Answers = Readonly<Record<string, ItemAnswer>>;

/** The cases one value of the dimension stands for; '' is the blank group. */
export interface Stratum {
	readonly value: string;
	/** Closed cases there were to draw from. */
	readonly cases: number;
	readonly drawn: number;
}

export interface DrawnCase {
	readonly source: string;
	readonly caseNo: string;
	readonly stratum: string;
}

/** What was drawn, as the record keeps it. */
export interface DrawnBody extends DayRange {
	/** What the cases were drawn from, as a filter of an address. */
	readonly filter: string;
	readonly by: Dimension;
	readonly seed: string;
	readonly strata: readonly Stratum[];
	/** In the order in which they are looked at. */
	readonly cases: readonly DrawnCase[];
	readonly checklist: { readonly id: string; readonly version: number };
	readonly dataVersion: number;
}

/** One auditor's answers about one case; a later one of the same auditor takes its place. */
export interface AnsweredBody {
	/** Place of the case in the sample, from 1. */
	readonly place: number;
	readonly answers: Answers;
}

/** Answers that hold. */
export interface Answered extends AnsweredBody {
	readonly auditor: { readonly id: string; readonly name: string };
	/** Epoch milliseconds. */
	readonly at: number;
}

export interface Audit extends DrawnBody {
	/** Year and which of that year it is: `2026-01`. */
	readonly number: string;
	readonly drawnBy: string;
	readonly drawnAt: number;
	readonly answered: readonly Answered[];
}

/** Names one finding for good: `2026-01/3/no-blame` is an item of the third case. */
export function findingId(audit: string, place: number, item: string): string {
	return `${audit}/${place}/${item}`;
}
