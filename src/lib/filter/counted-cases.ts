import type { LimitStage } from '#lib/calendar/policy.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import { having, withLimitPassed } from './change.ts';
import type { Fact, Filter } from './filter.ts';
import { ownFiltersWithin, restsOn } from './own-filters.ts';

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

/** Of the cases a filter means those a measure counts. */
export function countedCases(filter: Filter, measure: ChartedMeasure): Filter {
	if (typeof measure !== 'string') {
		const within = ownFiltersWithin(filter, measure);
		return typeof within === 'string' ? filter : restsOn(measure, within);
	}
	const fact = factOf[measure];
	const stage = stageOf[measure];
	const told = fact ? having(filter, fact) : filter;
	return stage ? withLimitPassed(told, stage) : told;
}
