import type { CaseField, OrderField } from '#lib/measures/case-fields.ts';
import { unitOf, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';

/** The measures of the board in its usual order. */
export const usualMeasures: readonly ControlMeasureId[] = [
	'complaint_rate',
	'response_in_time',
	'resolution_in_time',
	'resolution_median',
	'satisfied_share',
	'response_rate',
	'reopened_share',
	'cost_per_case'
];

/** The rows of the table of departments. */
export const departmentMeasures: readonly ControlMeasureId[] = [
	'complaint_rate',
	'response_in_time',
	'resolution_in_time',
	'resolution_median',
	'satisfied_share',
	'reopened_share'
];

/** Columns without which a log does not tell of a measure. */
export const neededColumns: Readonly<
	Record<ControlMeasureId, readonly (CaseField | OrderField)[]>
> = {
	complaint_rate: ['day', 'orders'],
	complaints: [],
	satisfaction_mean: ['satisfaction'],
	satisfied_share: ['satisfaction'],
	dissatisfied_share: ['satisfaction'],
	response_rate: ['satisfaction'],
	first_response_median: ['first_response_at'],
	response_in_time: ['first_response_at'],
	resolution_median: ['resolved_at'],
	resolution_in_time: ['resolved_at'],
	reopened_share: ['reopened_count'],
	cost: ['cost'],
	cost_per_case: ['cost']
};

/** The measures a log can show: one without orders still has its complaints; own ones are tried. */
export function shownMeasures(
	wanted: readonly ChartedMeasure[],
	known: readonly ControlMeasureId[]
): readonly ChartedMeasure[] {
	const instead = (id: ChartedMeasure): ChartedMeasure =>
		id === 'complaint_rate' && !known.includes(id) && !wanted.includes('complaints')
			? 'complaints'
			: id;
	return wanted.map(instead).filter((id) => typeof id !== 'string' || known.includes(id));
}

/** Whether a change is said as a difference (shares, scores) or as a ratio. */
export function changesBy(measure: ChartedMeasure): 'difference' | 'ratio' {
	const unit = unitOf(measure);
	return unit === 'share' || unit === 'score' ? 'difference' : 'ratio';
}

/**
 * Measures of which the first days of a month tell nothing like for like yet: their cases are still to be
 * rated or still to come back, while those of past months no longer are, and no log tells when they were.
 * What the conditions of an own measure rest on may come later as well.
 */
const ripening: readonly ControlMeasureId[] = ['response_rate', 'reopened_share'];

export function ripens(measure: ChartedMeasure): boolean {
	return typeof measure !== 'string' || ripening.includes(measure);
}
