import type { LimitStage } from '#lib/calendar/policy.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import { having, withLimitPassed } from './change.ts';
import type { Fact, Filter } from './filter.ts';

/** What a case must have to count for a measure. */
const factOf: Partial<Record<ControlMeasureId, Fact>> = {
	satisfaction_mean: 'satisfaction',
	satisfied_share: 'satisfaction',
	dissatisfied_share: 'satisfaction',
	first_response_median: 'first_response',
	resolution_median: 'resolution_or_open',
	reopened_share: 'reopens_told',
	cost: 'cost',
	cost_per_case: 'cost'
};

/** The stage whose limit must have passed for a case to count. */
const stageOf: Partial<Record<ControlMeasureId, LimitStage>> = {
	response_in_time: 'first_response',
	resolution_in_time: 'resolved'
};

/** Of the cases a filter means those a control measure counts. */
export function countedCases(filter: Filter, measure: ControlMeasureId): Filter {
	const fact = factOf[measure];
	const stage = stageOf[measure];
	const told = fact ? having(filter, fact) : filter;
	return stage ? withLimitPassed(told, stage) : told;
}
