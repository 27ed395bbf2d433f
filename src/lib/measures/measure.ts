/** What a measure counts in; words for it are `measure_unit_*`. */
export type MeasureUnit =
	| 'cases'
	| 'per_10000_orders'
	| 'minutes'
	| 'score'
	| 'share'
	| 'points'
	| 'coefficient'
	| 'standard_errors'
	| 'money'
	| 'weight'
	| 'density'
	| 'nps'
	| 'cases_a_day'
	| 'ratio';

/** Which cases or days a measure looks at. */
export type MeasureWindow =
	/** Cases received in the period. */
	| 'received'
	/** The same, open cases censored at the as-of instant. */
	| 'cohort'
	/** Cases open when the last day of the period ends, whenever they came. */
	| 'end_of_period'
	/** The period against the one it is compared with, like for like. */
	| 'both_periods';

/** What is left out, and never counted as zero. */
export type Exclusion =
	| 'orders_incomplete'
	| 'no_first_response'
	| 'negative_first_response'
	| 'no_end_time'
	| 'negative_resolution'
	| 'unrated'
	| 'state_unknown'
	| 'no_cost'
	| 'small_groups'
	| 'limit_not_passed'
	| 'no_stage_time'
	| 'no_limit'
	| 'reopening_untold'
	| 'too_recent';

/** How the uncertainty of the value is worked out. */
export type IntervalMethod =
	| 'wilson'
	| 'student_t'
	| 'newcombe'
	| 'fisher_z'
	| 'poisson_exact'
	| 'greenwood'
	| 'normal'
	| 'brunner_munzel'
	| 'order_statistics'
	| 'poisson_ratio';

/** One thing the product measures. Values come from `query`; rates and intervals are made in TypeScript. */
export interface Measure {
	readonly unit: MeasureUnit;
	/** Which way is improvement. */
	readonly better: 'lower' | 'higher' | 'neither';
	/** Column of the query's answer that is counted or summed. */
	readonly numerator: string;
	/** Column it is divided by; null where nothing is divided. */
	readonly denominator: string | null;
	readonly window: MeasureWindow;
	readonly exclusions: readonly Exclusion[];
	readonly interval: IntervalMethod | null;
	/** File below `queries/`, without `.sql`. */
	readonly query: string;
	/** File that answers with the denominator, where it is another one. */
	readonly denominatorQuery?: string;
}
