import type { MeasureId } from './catalogue.ts';

/**
 * What a measure is to a control chart: cases per order, cases per day, a share of cases, or a value of
 * its own for each period (a mean, a median, a sum of money).
 */
export type ControlFamily = 'rate' | 'count' | 'share' | 'individual';

/** Counted columns of `control/periods`. */
export interface PeriodSums {
	readonly cases: number;
	readonly rated: number;
	readonly satisfied: number;
	readonly dissatisfied: number;
	readonly score_sum: number;
	readonly responded: number;
	readonly first_response_median: number | null;
	readonly cohort: number;
	readonly resolution_median: number | null;
	readonly reopen_known: number;
	readonly reopened: number;
	readonly first_response_due: number;
	readonly first_response_kept: number;
	readonly resolution_due: number;
	readonly resolution_kept: number;
	readonly costed: number;
	readonly cost: number;
}

export interface ControlMeasure<Sums = PeriodSums> {
	readonly family: ControlFamily;
	/** What is counted, or the value itself; null where the period has none. */
	readonly amount: (sums: Sums) => number | null;
	/** What it is counted in; where a rate or count leaves it out, orders or days, which the period gives. */
	readonly size?: (sums: Sums) => number;
	/** What a rate without a size is counted in; orders where it does not say. */
	readonly exposure?: 'orders' | 'days';
	/** Cases a value rests on: what its point opens. */
	readonly cases: (sums: Sums) => number;
	/** Values are shown in so many of the size: complaints per 10,000 orders. */
	readonly multiplier?: number;
	/** Values that are skewed as times and money are. */
	readonly logarithmic?: boolean;
}

/** A mean or median of fewer cases is no value of its period. */
const fewest = 5;

/** A case is judged on whether it was reopened when it is this many days old, as in `control/periods`. */
export const reopenDays = 30;

/** Measures with a control chart, most wanted first. */
export const controlMeasures = {
	complaint_rate: {
		family: 'rate',
		amount: ({ cases }) => cases,
		cases: ({ cases }) => cases,
		multiplier: 10_000
	},
	complaints: {
		family: 'count',
		amount: ({ cases }) => cases,
		cases: ({ cases }) => cases
	},
	satisfaction_mean: {
		family: 'individual',
		amount: ({ rated, score_sum }) => (rated >= fewest ? score_sum / rated : null),
		cases: ({ rated }) => rated
	},
	satisfied_share: {
		family: 'share',
		amount: ({ satisfied }) => satisfied,
		size: ({ rated }) => rated,
		cases: ({ rated }) => rated
	},
	dissatisfied_share: {
		family: 'share',
		amount: ({ dissatisfied }) => dissatisfied,
		size: ({ rated }) => rated,
		cases: ({ rated }) => rated
	},
	response_rate: {
		family: 'share',
		amount: ({ rated }) => rated,
		size: ({ cases }) => cases,
		cases: ({ cases }) => cases
	},
	first_response_median: {
		family: 'individual',
		amount: ({ responded, first_response_median }) =>
			responded >= fewest ? first_response_median : null,
		cases: ({ responded }) => responded,
		logarithmic: true
	},
	resolution_median: {
		family: 'individual',
		amount: ({ cohort, resolution_median }) =>
			cohort >= fewest && Number.isFinite(resolution_median) ? resolution_median : null,
		cases: ({ cohort }) => cohort,
		logarithmic: true
	},
	response_in_time: {
		family: 'share',
		amount: ({ first_response_kept }) => first_response_kept,
		size: ({ first_response_due }) => first_response_due,
		cases: ({ first_response_due }) => first_response_due
	},
	resolution_in_time: {
		family: 'share',
		amount: ({ resolution_kept }) => resolution_kept,
		size: ({ resolution_due }) => resolution_due,
		cases: ({ resolution_due }) => resolution_due
	},
	reopened_share: {
		family: 'share',
		amount: ({ reopened }) => reopened,
		size: ({ reopen_known }) => reopen_known,
		cases: ({ reopen_known }) => reopen_known
	},
	cost: {
		family: 'individual',
		amount: ({ costed, cost }) => (costed > 0 ? cost : null),
		cases: ({ costed }) => costed
	},
	cost_per_case: {
		family: 'individual',
		amount: ({ costed, cost }) => (costed >= fewest ? cost / costed : null),
		cases: ({ costed }) => costed,
		logarithmic: true
	}
} as const satisfies Partial<Record<MeasureId, ControlMeasure>>;

export type ControlMeasureId = keyof typeof controlMeasures;
export const controlMeasureIds = Object.keys(controlMeasures) as readonly ControlMeasureId[];
