import type { Measure } from './measure.ts';

const correlation = {
	unit: 'coefficient',
	better: 'neither',
	numerator: 'cases',
	denominator: null,
	window: 'received',
	exclusions: ['unrated', 'negative_first_response'],
	interval: 'fisher_z',
	query: 'satisfaction/pairs'
} as const satisfies Measure;

/** Every measure the pages show, in the order of the measures page. */
export const measures = {
	complaints: {
		unit: 'cases',
		better: 'lower',
		numerator: 'cases',
		denominator: null,
		window: 'received',
		exclusions: [],
		interval: null,
		query: 'overview/headline'
	},
	complaint_rate: {
		unit: 'per_10000_orders',
		better: 'lower',
		numerator: 'cases',
		denominator: 'orders',
		window: 'received',
		exclusions: ['orders_incomplete'],
		interval: 'poisson_exact',
		query: 'overview/headline',
		denominatorQuery: 'overview/order_totals'
	},
	first_response_median: {
		unit: 'minutes',
		better: 'lower',
		numerator: 'first_response_median',
		denominator: null,
		window: 'received',
		exclusions: ['no_first_response', 'negative_first_response'],
		interval: null,
		query: 'overview/headline'
	},
	first_response_p90: {
		unit: 'minutes',
		better: 'lower',
		numerator: 'first_response_p90',
		denominator: null,
		window: 'received',
		exclusions: ['no_first_response', 'negative_first_response'],
		interval: null,
		query: 'overview/headline'
	},
	resolution_median: {
		unit: 'minutes',
		better: 'lower',
		numerator: 'resolution_median',
		denominator: null,
		window: 'cohort',
		exclusions: ['no_end_time', 'negative_resolution', 'state_unknown'],
		interval: 'greenwood',
		query: 'overview/resolution'
	},
	resolution_p90: {
		unit: 'minutes',
		better: 'lower',
		numerator: 'resolution_p90',
		denominator: null,
		window: 'cohort',
		exclusions: ['no_end_time', 'negative_resolution', 'state_unknown'],
		interval: 'greenwood',
		query: 'overview/resolution'
	},
	backlog: {
		unit: 'cases',
		better: 'lower',
		numerator: 'open_cases',
		denominator: null,
		window: 'end_of_period',
		exclusions: ['no_end_time', 'state_unknown'],
		interval: null,
		query: 'overview/backlog'
	},
	satisfaction_mean: {
		unit: 'score',
		better: 'higher',
		numerator: 'score_sum',
		denominator: 'rated',
		window: 'received',
		exclusions: ['unrated'],
		interval: 'student_t',
		query: 'overview/headline'
	},
	satisfied_share: {
		unit: 'share',
		better: 'higher',
		numerator: 'satisfied',
		denominator: 'rated',
		window: 'received',
		exclusions: ['unrated'],
		interval: 'wilson',
		query: 'overview/headline'
	},
	response_rate: {
		unit: 'share',
		better: 'higher',
		numerator: 'rated',
		denominator: 'cases',
		window: 'received',
		exclusions: [],
		interval: 'wilson',
		query: 'overview/headline'
	},
	dissatisfied_share: {
		unit: 'share',
		better: 'lower',
		numerator: 'dissatisfied',
		denominator: 'rated',
		window: 'received',
		exclusions: ['unrated'],
		interval: 'wilson',
		query: 'control/periods'
	},
	reopened_share: {
		unit: 'share',
		better: 'lower',
		numerator: 'reopened',
		denominator: 'reopen_known',
		window: 'received',
		exclusions: ['reopening_untold', 'too_recent'],
		interval: 'wilson',
		query: 'control/periods'
	},
	share: {
		unit: 'share',
		better: 'neither',
		numerator: 'cases',
		denominator: 'total',
		window: 'received',
		exclusions: [],
		interval: 'wilson',
		query: 'overview/changes'
	},
	cumulative_share: {
		unit: 'share',
		better: 'neither',
		numerator: 'cases',
		denominator: 'total',
		window: 'received',
		exclusions: [],
		interval: null,
		query: 'overview/changes'
	},
	share_change: {
		unit: 'points',
		better: 'neither',
		numerator: 'cases',
		denominator: 'total',
		window: 'both_periods',
		exclusions: ['small_groups'],
		interval: 'newcombe',
		query: 'overview/changes'
	},
	month_share: {
		unit: 'standard_errors',
		better: 'neither',
		numerator: 'cases',
		denominator: 'total',
		window: 'received',
		exclusions: [],
		interval: null,
		query: 'overview/subcategory_monthly'
	},
	cost: {
		unit: 'money',
		better: 'lower',
		numerator: 'cost',
		denominator: null,
		window: 'received',
		exclusions: ['no_cost'],
		interval: null,
		query: 'categories/pareto'
	},
	cost_per_case: {
		unit: 'money',
		better: 'lower',
		numerator: 'cost',
		denominator: 'costed',
		window: 'received',
		exclusions: ['no_cost'],
		interval: null,
		query: 'control/periods'
	},
	severity_weight: {
		unit: 'weight',
		better: 'lower',
		numerator: 'cases',
		denominator: null,
		window: 'received',
		exclusions: [],
		interval: null,
		query: 'categories/severity'
	},
	pearson: correlation,
	spearman: correlation,
	kendall: correlation,
	attainment: {
		unit: 'share',
		better: 'higher',
		numerator: 'met',
		denominator: 'judged',
		window: 'received',
		exclusions: ['limit_not_passed', 'no_stage_time', 'no_limit'],
		interval: 'wilson',
		query: 'timeliness/attainment'
	},
	response_in_time: {
		unit: 'share',
		better: 'higher',
		numerator: 'first_response_kept',
		denominator: 'first_response_due',
		window: 'received',
		exclusions: ['limit_not_passed', 'no_stage_time', 'no_limit'],
		interval: 'wilson',
		query: 'control/periods'
	},
	resolution_in_time: {
		unit: 'share',
		better: 'higher',
		numerator: 'resolution_kept',
		denominator: 'resolution_due',
		window: 'received',
		exclusions: ['limit_not_passed', 'no_stage_time', 'no_limit'],
		interval: 'wilson',
		query: 'control/periods'
	},
	stage_time: {
		unit: 'minutes',
		better: 'lower',
		numerator: 'median_minutes',
		denominator: null,
		window: 'received',
		exclusions: ['no_stage_time'],
		interval: null,
		query: 'timeliness/stage_minutes'
	},
	still_open: {
		unit: 'share',
		better: 'lower',
		numerator: 'surviving',
		denominator: null,
		window: 'cohort',
		exclusions: ['no_end_time', 'negative_resolution', 'state_unknown'],
		interval: 'greenwood',
		query: 'timeliness/curve'
	},
	net_promoter: {
		unit: 'nps',
		better: 'higher',
		numerator: 'promoters',
		denominator: 'answered',
		window: 'received',
		exclusions: ['unrated'],
		interval: 'normal',
		query: 'satisfaction/promoters'
	},
	superiority: {
		unit: 'share',
		better: 'higher',
		numerator: 'cases',
		denominator: null,
		window: 'received',
		exclusions: ['unrated', 'small_groups'],
		interval: 'brunner_munzel',
		query: 'satisfaction/score_counts'
	},
	density: {
		unit: 'density',
		better: 'neither',
		numerator: 'cases',
		denominator: null,
		window: 'received',
		exclusions: ['unrated', 'negative_first_response'],
		interval: null,
		query: 'satisfaction/pairs'
	}
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureId = keyof typeof measures;
export const measureIds = Object.keys(measures) as readonly MeasureId[];
