import type { MeasureId } from '#lib/measures/catalogue.ts';
import type { AnyMeasure } from '#lib/measures/charted-measure.ts';
import { reopenDays } from '#lib/measures/control-measures.ts';
import type {
	Exclusion,
	IntervalMethod,
	Measure,
	MeasureUnit,
	MeasureWindow
} from '#lib/measures/measure.ts';
import * as m from './generated/messages.js';

/** The name of a measure in the reader's language; of an own one as people named it. */
export function measureName(measure: AnyMeasure): string {
	return typeof measure === 'string' ? words[measure].name() : measure.name;
}

/** How it is worked out, in words. */
export function measureFormula(id: MeasureId): string {
	return words[id].formula();
}

/** How to read it and how not; undefined where nothing needs saying. */
export function measureReading(id: MeasureId): string | undefined {
	return words[id].reading?.();
}

export const unitWords: Readonly<Record<MeasureUnit, () => string>> = {
	cases: m.measure_unit_cases,
	per_10000_orders: m.measure_unit_per_10000_orders,
	minutes: m.measure_unit_minutes,
	score: m.measure_unit_score,
	share: m.measure_unit_share,
	points: m.measure_unit_points,
	coefficient: m.measure_unit_coefficient,
	standard_errors: m.measure_unit_standard_errors,
	money: m.measure_unit_money,
	weight: m.measure_unit_weight,
	density: m.measure_unit_density,
	nps: m.measure_unit_nps,
	cases_a_day: m.measure_unit_cases_a_day,
	ratio: m.measure_unit_ratio
};

export const windowWords: Readonly<Record<MeasureWindow, () => string>> = {
	received: m.measure_window_received,
	cohort: m.measure_window_cohort,
	end_of_period: m.measure_window_end_of_period,
	both_periods: m.measure_window_both_periods
};

export const exclusionWords: Readonly<Record<Exclusion, () => string>> = {
	orders_incomplete: m.measure_exclusion_orders_incomplete,
	no_first_response: m.measure_exclusion_no_first_response,
	negative_first_response: m.measure_exclusion_negative_first_response,
	no_end_time: m.measure_exclusion_no_end_time,
	negative_resolution: m.measure_exclusion_negative_resolution,
	unrated: m.measure_exclusion_unrated,
	state_unknown: m.measure_exclusion_state_unknown,
	no_cost: m.measure_exclusion_no_cost,
	small_groups: m.measure_exclusion_small_groups,
	limit_not_passed: m.measure_exclusion_limit_not_passed,
	no_stage_time: m.measure_exclusion_no_stage_time,
	no_limit: m.measure_exclusion_no_limit,
	reopening_untold: m.measure_exclusion_reopening_untold,
	too_recent: () => m.measure_exclusion_too_recent({ days: String(reopenDays) })
};

export const intervalWords: Readonly<Record<IntervalMethod, () => string>> = {
	wilson: m.measure_interval_wilson,
	student_t: m.measure_interval_student_t,
	newcombe: m.measure_interval_newcombe,
	fisher_z: m.measure_interval_fisher_z,
	poisson_exact: m.measure_interval_poisson_exact,
	greenwood: m.measure_interval_greenwood,
	normal: m.measure_interval_normal,
	brunner_munzel: m.measure_interval_brunner_munzel,
	order_statistics: m.measure_interval_order_statistics,
	poisson_ratio: m.measure_interval_poisson_ratio
};

export const betterWords: Readonly<Record<Measure['better'], () => string>> = {
	lower: m.measure_better_lower,
	higher: m.measure_better_higher,
	neither: m.measure_better_neither
};

interface MeasureWords {
	readonly name: () => string;
	readonly formula: () => string;
	readonly reading?: () => string;
}

const words: Readonly<Record<MeasureId, MeasureWords>> = {
	complaints: { name: m.measure_complaints, formula: m.measure_complaints_formula },
	complaint_rate: {
		name: m.measure_complaint_rate,
		formula: m.measure_complaint_rate_formula,
		reading: m.measure_complaint_rate_reading
	},
	first_response_median: {
		name: m.measure_first_response_median,
		formula: m.measure_first_response_median_formula
	},
	first_response_p90: {
		name: m.measure_first_response_p90,
		formula: m.measure_first_response_p90_formula
	},
	resolution_median: {
		name: m.measure_resolution_median,
		formula: m.measure_resolution_median_formula,
		reading: m.measure_resolution_median_reading
	},
	resolution_p90: {
		name: m.measure_resolution_p90,
		formula: m.measure_resolution_p90_formula,
		reading: m.measure_resolution_p90_reading
	},
	backlog: { name: m.measure_backlog, formula: m.measure_backlog_formula },
	satisfaction_mean: {
		name: m.measure_satisfaction_mean,
		formula: m.measure_satisfaction_mean_formula,
		reading: m.measure_satisfaction_mean_reading
	},
	satisfied_share: {
		name: m.measure_satisfied_share,
		formula: m.measure_satisfied_share_formula,
		reading: m.measure_satisfied_share_reading
	},
	response_rate: { name: m.measure_response_rate, formula: m.measure_response_rate_formula },
	dissatisfied_share: {
		name: m.measure_dissatisfied_share,
		formula: m.measure_dissatisfied_share_formula,
		reading: m.measure_satisfied_share_reading
	},
	reopened_share: {
		name: m.measure_reopened_share,
		formula: m.measure_reopened_share_formula,
		reading: m.measure_reopened_share_reading
	},
	share: { name: m.measure_share, formula: m.measure_share_formula },
	cumulative_share: {
		name: m.measure_cumulative_share,
		formula: m.measure_cumulative_share_formula,
		reading: m.measure_cumulative_share_reading
	},
	share_change: {
		name: m.measure_share_change,
		formula: m.measure_share_change_formula,
		reading: m.measure_share_change_reading
	},
	month_share: {
		name: m.measure_month_share,
		formula: m.measure_month_share_formula,
		reading: m.measure_month_share_reading
	},
	cost: { name: m.measure_cost, formula: m.measure_cost_formula },
	cost_per_case: {
		name: m.measure_cost_per_case,
		formula: m.measure_cost_per_case_formula,
		reading: m.measure_cost_per_case_reading
	},
	severity_weight: { name: m.measure_severity_weight, formula: m.measure_severity_weight_formula },
	pearson: {
		name: m.measure_pearson,
		formula: m.measure_pearson_formula,
		reading: m.measure_pearson_reading
	},
	spearman: {
		name: m.measure_spearman,
		formula: m.measure_spearman_formula,
		reading: m.measure_spearman_reading
	},
	kendall: {
		name: m.measure_kendall,
		formula: m.measure_kendall_formula,
		reading: m.measure_kendall_reading
	},
	attainment: {
		name: m.measure_attainment,
		formula: m.measure_attainment_formula,
		reading: m.measure_attainment_reading
	},
	response_in_time: {
		name: m.measure_response_in_time,
		formula: m.measure_response_in_time_formula,
		reading: m.measure_attainment_reading
	},
	resolution_in_time: {
		name: m.measure_resolution_in_time,
		formula: m.measure_resolution_in_time_formula,
		reading: m.measure_attainment_reading
	},
	stage_time: {
		name: m.measure_stage_time,
		formula: m.measure_stage_time_formula,
		reading: m.measure_stage_time_reading
	},
	still_open: {
		name: m.measure_still_open,
		formula: m.measure_still_open_formula,
		reading: m.measure_still_open_reading
	},
	net_promoter: {
		name: m.measure_net_promoter,
		formula: m.measure_net_promoter_formula,
		reading: m.measure_net_promoter_reading
	},
	superiority: {
		name: m.measure_superiority,
		formula: m.measure_superiority_formula,
		reading: m.measure_superiority_reading
	},
	density: {
		name: m.measure_density,
		formula: m.measure_density_formula,
		reading: m.measure_density_reading
	}
};
