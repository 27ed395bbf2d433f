import {
	controlMeasureIds,
	controlMeasures,
	type ControlMeasure,
	type ControlMeasureId,
	type PeriodSums
} from '#lib/measures/control-measures.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { coveredOrders } from '#lib/measures/covered-orders.ts';
import type * as control from './control.ts';
import type { RowOf } from './question.ts';

export type PeriodRow = RowOf<typeof control.periods.columns>;
export type OrderRow = RowOf<typeof control.periodOrders.columns>;

/** One series over the periods; a period without a row had no case. */
export function seriesOf(
	measure: ControlMeasure,
	periods: readonly ControlPeriod[],
	rows: readonly PeriodRow[],
	orders: readonly OrderRow[]
): ControlSeries {
	return seriesFrom(measure, periods, rows, orders, noSums);
}

/** The same of a measure with counts of its own; `none` are those of a period without any case. */
export function seriesFrom<Sums>(
	measure: ControlMeasure<Sums>,
	periods: readonly ControlPeriod[],
	rows: readonly (Sums & { readonly since: string })[],
	orders: readonly OrderRow[],
	none: Sums
): ControlSeries {
	const bySince = new Map(rows.map((row) => [row.since, row]));
	const ordersBySince = new Map(orders.map((row) => [row.since, row]));
	const sums = periods.map(({ since }): Sums => bySince.get(since) ?? none);
	return {
		family: measure.family,
		periods,
		amounts: sums.map((one) => measure.amount(one)),
		sizes: periods.map((period, at): number => {
			if (measure.size) return measure.size(sums[at]!);
			if (measure.family === 'count') return period.days;
			if (measure.family !== 'rate') return 1;
			return measure.exposure === 'days'
				? (period.told ?? period.days)
				: coveredOrders(ordersBySince.get(period.since), period.told ?? period.days);
		}),
		cases: sums.map((one) => measure.cases(one)),
		multiplier: measure.multiplier ?? 1,
		logarithmic: measure.logarithmic ?? false
	};
}

/** Measures these rows can be charted by. */
export function knownMeasures(
	rows: readonly PeriodRow[],
	orders: readonly OrderRow[]
): readonly ControlMeasureId[] {
	return controlMeasureIds.filter((id) => {
		const measure: ControlMeasure = controlMeasures[id];
		if (measure.family === 'rate') return orders.length > 0;
		if (id === 'response_rate') return rows.some(({ rated }) => rated > 0);
		return rows.some((row) => measure.cases(row) > 0);
	});
}

/** Rows of the periods shown. */
export function shownRows<Row extends { readonly since: string }>(
	rows: readonly Row[],
	periods: readonly ControlPeriod[]
): readonly Row[] {
	const [first, last] = [periods[0], periods.at(-1)];
	return first && last
		? rows.filter(({ since }) => since >= first.since && since <= last.since)
		: [];
}

/** Rows by value of the dimension, most cases first. */
export function byValue<Row extends Counted>(
	rows: readonly Row[]
): readonly (readonly [string | null, readonly Row[]])[] {
	const groups = new Map<string | null, Row[]>();
	for (const row of rows) {
		const own = groups.get(row.value);
		if (own) own.push(row);
		else groups.set(row.value, [row]);
	}
	return [...groups].sort(([, a], [, b]) => totalCases(b) - totalCases(a));
}

/** What of a row says whose it is and how many cases it stands on. */
export interface Counted {
	readonly value: string | null;
	readonly cases: number;
}

export function totalCases(rows: readonly Pick<Counted, 'cases'>[]): number {
	return rows.reduce((sum, { cases }) => sum + cases, 0);
}

/** A period without any case. */
export const noSums: PeriodSums = {
	cases: 0,
	rated: 0,
	satisfied: 0,
	dissatisfied: 0,
	score_sum: 0,
	responded: 0,
	first_response_median: null,
	cohort: 0,
	resolution_median: null,
	reopen_known: 0,
	reopened: 0,
	first_response_due: 0,
	first_response_kept: 0,
	resolution_due: 0,
	resolution_kept: 0,
	costed: 0,
	cost: 0
};
