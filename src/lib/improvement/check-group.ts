import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { OwnKind } from '#lib/measures/own-measure.ts';
import type { ControlSeries } from '#lib/measures/control-series.ts';
import type { GridCounts } from '#lib/statistics/testing/widened-shift.ts';

/** Times are counted in steps of half a percent: so many steps make one unit of the natural logarithm. */
export const stepsOfUnit = 200;

/** What is known of a group of cases, one entry a period. */
export interface CheckGroup {
	readonly series: ControlSeries;
	/** Of means: Σ value² of the cases. */
	readonly squares: readonly number[];
	/** Of times: the cases themselves, by steps of the logarithm of minutes; Infinity: still open. */
	readonly times: readonly GridCounts[];
	/** The part of the cases a time is told for; absent: half of them. */
	readonly quantile?: number;
	/** Orders are missing for a part of the period. */
	readonly ordersMissing: readonly boolean[];
}

/** How a measure changes: by a factor of its rate, its amount or its times, or by a difference. */
export type CheckKind = 'rate' | 'share' | 'mean' | 'time';

const ownCheckKinds: Readonly<Record<OwnKind, CheckKind>> = {
	share: 'share',
	rate: 'rate',
	// One count by another, as cases by orders.
	ratio: 'rate',
	mean: 'mean',
	quantile: 'time'
};

/** Money of a period is counted by days as cases are: both come and go by a factor. */
export function checkKindOf(measure: ChartedMeasure): CheckKind {
	if (typeof measure !== 'string') return ownCheckKinds[measure.kind];
	switch (measure) {
		case 'complaint_rate':
		case 'complaints':
		case 'cost':
			return 'rate';
		case 'satisfaction_mean':
		case 'cost_per_case':
			return 'mean';
		case 'first_response_median':
		case 'resolution_median':
			return 'time';
		default:
			return 'share';
	}
}

/** Exposure of a period: orders of a rate, days of counts and money. */
export function exposureAt({ family, sizes, periods }: ControlSeries, at: number): number {
	return family === 'individual' ? (periods[at]?.days ?? 0) : (sizes[at] ?? 0);
}

/** Whether the period can be counted with. */
export function isCounted(group: CheckGroup, kind: CheckKind, at: number): boolean {
	const { series, times } = group;
	if (kind === 'time') return (times[at]?.counts.length ?? 0) > 0;
	if (kind === 'rate') return series.amounts[at] !== null && exposureAt(series, at) > 0;
	return series.amounts[at] !== null && (kind === 'mean' ? series.cases : series.sizes)[at]! > 0;
}

/** The group as it was when so many periods had passed. */
export function firstPeriods(group: CheckGroup, count: number): CheckGroup {
	const { series, squares, times, quantile, ordersMissing } = group;
	const cut = <T>(values: readonly T[]): readonly T[] => values.slice(0, count);
	return {
		series: {
			...series,
			periods: cut(series.periods),
			amounts: cut(series.amounts),
			sizes: cut(series.sizes),
			cases: cut(series.cases)
		},
		squares: cut(squares),
		times: cut(times),
		...(quantile !== undefined && { quantile }),
		ordersMissing: cut(ordersMissing)
	};
}
