import { yearBefore } from '#lib/calendar/year-before.ts';
import { nextDay } from '#lib/filter/codec.ts';
import type { ControlMeasure, PeriodSums } from '#lib/measures/control-measures.ts';
import type { ControlPeriod } from '#lib/measures/control-series.ts';
import { noSums, type OrderRow, type PeriodRow } from './control-series.ts';
import type { LogScope } from './scope.ts';

/**
 * The value of the same days a year before each period, aligned by the lunar new year; of a running period
 * the days known so far. Null where the log does not reach back that far, and for medians, which days
 * cannot be added up to.
 */
export function earlierValues(
	measure: ControlMeasure,
	periods: readonly ControlPeriod[],
	days: readonly PeriodRow[],
	orders: readonly OrderRow[],
	log: Pick<LogScope, 'firstDay' | 'asOfDay'>
): readonly (number | null)[] {
	const byDay = new Map(days.map((row) => [row.since, row]));
	const ordersByDay = new Map(orders.map((row) => [row.since, row.orders]));
	return periods.map(({ since, until }) => {
		const sums: { -readonly [Name in keyof PeriodSums]: PeriodSums[Name] } = { ...noSums };
		let ordered = 0;
		let missing = false;
		for (let day = since; day < until && day <= log.asOfDay; day = nextDay(day)) {
			const earlier = yearBefore(day);
			if (earlier < log.firstDay) return null;
			const row = byDay.get(earlier);
			if (row) for (const name of additive) sums[name] += row[name];
			const count = ordersByDay.get(earlier);
			missing ||= count === undefined;
			ordered += count ?? 0;
		}
		return valueOf(measure, sums, missing ? 0 : ordered);
	});
}

const additive = ['cases', 'rated', 'satisfied', 'score_sum', 'costed', 'cost'] as const;

function valueOf(measure: ControlMeasure, sums: PeriodSums, orders: number): number | null {
	const amount = measure.amount(sums);
	if (amount === null) return null;
	switch (measure.family) {
		case 'rate':
			return orders > 0 ? (amount / orders) * (measure.multiplier ?? 1) : null;
		case 'share': {
			const size = measure.size?.(sums) ?? 0;
			return size > 0 ? amount / size : null;
		}
		default:
			return amount;
	}
}
