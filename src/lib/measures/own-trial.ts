import { hasPart, isByOrders, type OwnDesign } from './own-measure.ts';

/** Why a measure would say nothing true: it is not saved. */
export type OwnProblem =
	/** A parameter of its conditions cannot be read. */
	| 'unreadable'
	/** It is tied to certain days or to one import: it would not move on with time. */
	| 'fixed_days'
	/** Its two lists are of different logs. */
	| 'other_logs'
	/** Values no case of the log has. */
	| 'unknown_values'
	/** No case meets the conditions of its basis. */
	| 'no_cases'
	/** No case meets those of its numerator: it would always be 0. */
	| 'part_empty'
	/** Its numerator holds cases the denominator does not: no share. */
	| 'not_a_part'
	/** Numerator and denominator are the same cases: it would always be 100 % or 1. */
	| 'same_cases'
	/** No case has the time or number it is about. */
	| 'column_missing'
	/** A quantile that too many cases never reach. */
	| 'never_reached'
	/** There are no orders to count it by. */
	| 'orders_missing';

/** What a reader should know before trusting it. */
export type OwnWarning =
	/** Half of the months have fewer cases than say anything alone. */
	| 'few_cases'
	/** Most months have no value. */
	| 'mostly_empty'
	/** Fewer than four of five cases have the time or number. */
	| 'partly_told'
	/** Too few whole months for the limits of a control chart. */
	| 'short_history'
	/** Its conditions cut off what it measures (a median of times below an hour, among times below an hour). */
	| 'cut_by_itself'
	/** A measure in use is worked out in the very same way. */
	| 'same_design';

/** How the lists of cases of a design lie to each other, on all days of the log. */
export interface OwnCounts {
	readonly basis: number;
	readonly part: number;
	readonly shared: number;
	/** Cases with the time or number, of kinds that need one. */
	readonly counted: number;
	/** Whether the measure has a value over all days. */
	readonly hasValue: boolean;
	/** Orders of all days; of rates by orders. */
	readonly orders: number;
}

/** What is wrong with a design by its counts alone, the gravest first. */
export function problemsOfCounts(design: OwnDesign, counts: OwnCounts): readonly OwnProblem[] {
	const { basis, part, shared, counted } = counts;
	if (basis === 0) return ['no_cases'];
	if (hasPart(design)) {
		if (part === 0) return ['part_empty'];
		if (shared === basis && shared === part) return ['same_cases'];
		return design.kind === 'share' && shared < part ? ['not_a_part'] : [];
	}
	if (isByOrders(design) && counts.orders === 0) return ['orders_missing'];
	if (design.kind === 'rate') return [];
	if (counted === 0) return ['column_missing'];
	return counts.hasValue ? [] : ['never_reached'];
}

/** Fewer cases a month say little of that month alone. */
const fewCases = 30;
/** Whole months with fewer of which a control chart has no limits. */
const fewestMonths = 8;
const toldShare = 0.8;

/** What is to be wary of, from the months shown and the counts of all days. */
export function warningsOf(
	design: OwnDesign,
	counts: OwnCounts,
	months: readonly {
		readonly value: number | null;
		readonly cases: number;
		readonly partial: boolean;
	}[]
): readonly OwnWarning[] {
	const whole = months.filter(({ partial }) => !partial);
	const cases = whole.map((month) => month.cases).sort((a, b) => a - b);
	const median = cases[Math.floor(cases.length / 2)] ?? 0;
	const empty = whole.filter(({ value }) => value === null).length;
	const needsColumn = design.kind === 'quantile' || design.kind === 'mean';
	return [
		...(empty * 2 > whole.length ? (['mostly_empty'] as const) : []),
		...(whole.length > 0 && median < fewCases ? (['few_cases'] as const) : []),
		...(needsColumn && counts.counted < toldShare * counts.basis ? (['partly_told'] as const) : []),
		...(whole.length < fewestMonths ? (['short_history'] as const) : [])
	];
}
