import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { checkKindOf } from './check-group.ts';
import type { Fields } from './forms.ts';
import type { PlanField } from './plan.ts';

/** Fields of a plan in the forms they are edited in together. */
export const planForms = {
	who: ['theme', 'owner', 'team', 'sponsor', 'problem', 'presentState'],
	measure: ['measure', 'selection', 'comparison', 'step', 'method'],
	baseline: ['baseline', 'excluded', 'trialLimits'],
	target: ['target', 'targetOn', 'smallestChange', 'cost', 'benefit'],
	dates: ['effectiveOn', 'transitionDays', 'checkOn']
} as const satisfies Readonly<Record<string, readonly PlanField[]>>;
export type PlanForm = keyof typeof planForms;

/** Stretches of days a form leaves out of a baseline at most. */
export const mostExcludedRows = 100;

/** Rows of days left out a form was sent with. */
export function excludedRowsIn(fields: Fields): number {
	let rows = mostExcludedRows;
	while (rows > 0 && fields[`new.excluded.${rows - 1}.since`] === undefined) rows--;
	return rows;
}

/** Targets of shares are written in percent, other measures in the unit they are shown in. */
export function targetFactor(measure: ChartedMeasure): number {
	return checkKindOf(measure) === 'share' ? 100 : 1;
}

/** Least changes are written in percent or percentage points; those of means in points of the score. */
export function smallestFactor(measure: ChartedMeasure): number {
	return checkKindOf(measure) === 'mean' ? 1 : 100;
}

/** A number as a field of a form shows it. */
export function written(value: number | null, factor = 1): string {
	return value === null ? '' : String(Number((value * factor).toPrecision(12)));
}
