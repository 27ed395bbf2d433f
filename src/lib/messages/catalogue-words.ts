import type { CatalogueGroup } from '#lib/measures/catalogue-groups.ts';
import * as m from './generated/messages.js';

export const groupWords: Readonly<Record<CatalogueGroup, () => string>> = {
	volume: m.measures_group_volume,
	time: m.measures_group_time,
	limits: m.measures_group_limits,
	satisfaction: m.measures_group_satisfaction,
	shares: m.measures_group_shares,
	weight: m.measures_group_weight,
	association: m.measures_group_association
};

/** What a counted column of a query is, in words; the column's own name where it has none. */
export function columnWords(column: string): string {
	return parts[column]?.() ?? column;
}

const parts: Readonly<Record<string, () => string>> = {
	cases: m.measure_part_cases,
	orders: m.measure_part_orders,
	first_response_median: m.measure_part_first_response_median,
	first_response_p90: m.measure_part_first_response_p90,
	resolution_median: m.measure_part_resolution_median,
	resolution_p90: m.measure_part_resolution_p90,
	open_cases: m.measure_part_open_cases,
	score_sum: m.measure_part_score_sum,
	rated: m.measure_part_rated,
	satisfied: m.measure_part_satisfied,
	dissatisfied: m.measure_part_dissatisfied,
	reopened: m.measure_part_reopened,
	reopen_known: m.measure_part_reopen_known,
	total: m.measure_part_total,
	cost: m.measure_part_cost,
	costed: m.measure_part_costed,
	met: m.measure_part_met,
	judged: m.measure_part_judged,
	first_response_kept: m.measure_part_first_response_kept,
	first_response_due: m.measure_part_first_response_due,
	resolution_kept: m.measure_part_resolution_kept,
	resolution_due: m.measure_part_resolution_due,
	median_minutes: m.measure_part_median_minutes,
	surviving: m.measure_part_surviving,
	promoters: m.measure_part_promoters,
	answered: m.measure_part_answered
};
