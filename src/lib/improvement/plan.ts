import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';

/** Days from `since` up to, not including, `until`. */
export interface Days {
	readonly since: string;
	readonly until: string;
}

/** Days left out of the baseline: what opened the project is not what it is measured against. */
export interface ExcludedDays extends Days {
	readonly reason: string;
}

/** How the effect is judged: the one that decides is fixed in the plan. */
export const methods = [
	/** Quasi-Poisson regression of counts with orders or days as exposure: rates and counts. */
	'rate_regression',
	/** Newcombe difference of two shares, widened by the dispersion of the periods. */
	'share_difference',
	/** Mann–Whitney with the Hodges–Lehmann shift: times. */
	'time_shift',
	/** Difference of the means of all cases, widened by the dispersion of the periods: scores. */
	'mean_difference',
	/** Against the comparison group: difference in differences. */
	'difference_in_differences'
] as const;
export type Method = (typeof methods)[number];

/** One plan: what is to move, by how much, by when and how that will be told. Every field is edited alone. */
export interface Plan {
	readonly theme: string;
	/** People are named as they act: `owner` must not approve. Empty: nobody yet. */
	readonly owner: string;
	readonly team: string;
	readonly sponsor: string;
	readonly problem: string;
	readonly presentState: string;

	/** An own measure with all that defines it: people may change it later, a plan does not follow. */
	readonly measure: ChartedMeasure;
	/** Which cases are meant (`selectionKey`): a query text without days. */
	readonly selection: string;
	/** Which cases show what would have happened anyway; empty: none. */
	readonly comparison: string;
	readonly step: 'week' | 'month';
	readonly method: Method;

	readonly baseline: Days | null;
	readonly excluded: readonly ExcludedDays[];
	/** Said aloud: fewer than twelve points are trial limits. */
	readonly trialLimits: boolean;
	/** In the unit the measure is shown in: per 10,000 orders, share 0–1, minutes. */
	readonly target: number | null;
	readonly targetOn: string | null;
	/** Least change worth the work, > 0: relative for rates, counts and times (0.1 = 10 %), points (0–1) for shares, score points for means. */
	readonly smallestChange: number | null;
	/** First day the countermeasures work. */
	readonly effectiveOn: string | null;
	/** Days after it that belong to neither side. */
	readonly transitionDays: number;
	/** First day the effect may be judged: data must reach it. */
	readonly checkOn: string | null;

	/** Money. */
	readonly cost: number | null;
	readonly benefit: number | null;
}
export type PlanField = keyof Plan;

/** Branches of the fishbone: 人机料法环测. */
export const branches = [
	'people',
	'machine',
	'material',
	'method',
	'environment',
	'measurement'
] as const;
export type Branch = (typeof branches)[number];

/** One answer of a 5-Why chain, in order. */
export interface Why {
	readonly id: string;
	readonly text: string;
	readonly evidence: string;
	readonly root: boolean;
}

export interface Cause {
	readonly id: string;
	readonly branch: Branch;
	readonly text: string;
	readonly evidence: string;
	readonly state: 'open' | 'confirmed' | 'ruled_out';
}

/** A countermeasure as 5W1H. */
export interface Action {
	readonly id: string;
	readonly what: string;
	readonly why: string;
	readonly who: string;
	readonly where: string;
	readonly due: string | null;
	readonly how: string;
	readonly state: 'open' | 'started' | 'done' | 'waived';
	readonly startedOn: string | null;
	readonly endedOn: string | null;
	/** What was noted; for a waived one why. */
	readonly note: string;
}

/** What is told of an action while it is carried out; the rest of it is the plan. */
export const progressFields: readonly (keyof Action)[] = ['state', 'startedOn', 'endedOn', 'note'];

/** Somebody who needs to learn the standard. */
export interface Training {
	readonly id: string;
	readonly need: string;
	readonly course: string;
	readonly who: string;
	readonly tookOn: string | null;
}

/** What was done for the customers it had happened to. */
export interface Recovery {
	readonly id: string;
	readonly what: 'compensation' | 'apology' | 'goodwill' | 'none_needed';
	readonly note: string;
	readonly cases: number | null;
	readonly money: number | null;
	readonly customers: 'kept' | 'lost' | 'unknown';
}

/** Lists of an improvement whose rows are set, and removed, one at a time. */
export interface ListItems {
	readonly whys: Why;
	readonly causes: Cause;
	readonly actions: Action;
	readonly trainings: Training;
	readonly recoveries: Recovery;
}
export type ListName = keyof ListItems;
