import { shiftDay } from '#lib/filter/codec.ts';
import type { DayRange } from '#lib/filter/filter.ts';
import { daysBetween } from '#lib/filter/period.ts';
import { ordersCover } from '#lib/measures/covered-orders.ts';
import type { Exposures } from '#lib/statistics/contribution/part-change.ts';
import { ask } from './ask.ts';
import { orders } from './drivers.ts';
import type { Scope } from './scope.ts';

export type ExposureUnit = 'orders' | 'days';

export interface DriverExposure {
	readonly unit: ExposureUnit;
	readonly exposures: Exposures;
	/** Days of both periods, whatever the complaints are counted by. */
	readonly days: Exposures;
	/** Whole weeks or days of the baseline, by their first day, and what stands behind each. */
	readonly steps: readonly { readonly step: string; readonly exposure: number }[];
}

/** What complaints are counted by: orders where they cover both periods and every log, else days. */
export async function driverExposure(scope: Scope, step: 'week' | 'day'): Promise<DriverExposure> {
	const log = scope.log!;
	const baseline = log.comparison?.days ?? log.days;
	const days = {
		now: daysBetween(log.days.since, log.days.until),
		before: daysBetween(baseline.since, baseline.until)
	};
	const steps = stepsOf(baseline, step);
	const plain = (exposure: number) => steps.map((first) => ({ step: first, exposure }));
	const byDays = {
		unit: 'days',
		exposures: days,
		days,
		steps: plain(step === 'week' ? 7 : 1)
	} as const;
	if (log.comparison === null || !scope.ordersCoverSources) return byDays;
	const rows = await ask(scope, orders);
	const all = rows.find(({ dimension, week }) => dimension === null && week === null);
	if (!all || all.orders === 0 || all.orders_before === 0) return byDays;
	// Orders of a part of a period only would make every rate of that period too high.
	const isCovered =
		ordersCover(all.days_with_orders, days.now) &&
		ordersCover(all.days_with_orders_before, days.before);
	if (!isCovered) return byDays;
	const byWeek = new Map(
		rows.flatMap(({ week, orders_before }) => (week === null ? [] : [[week, orders_before]]))
	);
	// Orders by day are not asked for: within a few weeks they hardly move.
	const exposure = (first: string) =>
		step === 'week' ? (byWeek.get(first) ?? 0) : all.orders_before / days.before;
	const withOrders = steps.filter((first) => exposure(first) > 0);
	if (withOrders.length < steps.length) return byDays;
	return {
		unit: 'orders',
		days,
		exposures: { now: all.orders, before: all.orders_before },
		steps: steps.map((first) => ({ step: first, exposure: exposure(first) }))
	};
}

/** First days of the steps that lie in the range as a whole; weeks begin on Monday. */
function stepsOf({ since, until }: DayRange, step: 'week' | 'day'): string[] {
	const weekday = (new Date(`${since}T00:00:00Z`).getUTCDay() + 6) % 7;
	const length = step === 'week' ? 7 : 1;
	const steps: string[] = [];
	let first = step === 'week' && weekday > 0 ? shiftDay(since, 7 - weekday) : since;
	while (shiftDay(first, length) <= until) {
		steps.push(first);
		first = shiftDay(first, length);
	}
	return steps;
}
