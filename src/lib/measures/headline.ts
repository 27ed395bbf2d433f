import type { Interval } from '#lib/statistics/interval.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { proportionDifference } from '#lib/statistics/proportion/difference.ts';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';
import { ordersCover } from './covered-orders.ts';

/** Sufficient statistics of satisfaction: counts of cases, sums over the rated ones. */
export interface SatisfactionSums {
	readonly cases: number;
	readonly rated: number;
	readonly satisfied: number;
	readonly score_sum: number;
	readonly score_square_sum: number;
}

/** A value with what it rests on. `n` is the number of cases it counts; null where nothing can be said. */
export interface Measured {
	readonly value: number | null;
	readonly n: number;
	readonly interval: Interval | null;
}

/** Share of the rated cases that gave 4 or 5, 0–1, with its Wilson interval. */
export function satisfiedShare(sums: SatisfactionSums): Measured {
	const { proportion, lower, upper } = wilsonInterval(sums.satisfied, sums.rated, 0.95);
	return { value: proportion, n: sums.rated, interval: intervalOf(lower, upper) };
}

/** Mean score 1–5 of the rated cases, with its t interval. */
export function meanScore(sums: SatisfactionSums): Measured {
	const { mean, lower, upper } = meanInterval(
		{ n: sums.rated, sum: sums.score_sum, sumOfSquares: sums.score_square_sum },
		0.95
	);
	return { value: mean, n: sums.rated, interval: intervalOf(lower, upper) };
}

/** Share of all cases that were rated, 0–1. */
export function responseRate(sums: SatisfactionSums): Measured {
	const { proportion, lower, upper } = wilsonInterval(sums.rated, sums.cases, 0.95);
	return { value: proportion, n: sums.cases, interval: intervalOf(lower, upper) };
}

/** Change of the satisfied share, now less before, 0–1, with the Newcombe interval. */
export function satisfiedChange(now: SatisfactionSums, before: SatisfactionSums): Measured {
	const { difference, intervals } = proportionDifference(
		{ x1: now.satisfied, n1: now.rated, x2: before.satisfied, n2: before.rated },
		0.95
	);
	const [lower, upper] = intervals.newcombe ?? [null, null];
	return { value: difference, n: now.rated + before.rated, interval: intervalOf(lower, upper) };
}

/**
 * Complaints per 10,000 orders. Null where orders are missing for a part of the days: a rate over days
 * without orders would be too high.
 *
 * @param coverage days with orders and days of the period
 */
export function complaintRate(
	cases: number,
	orders: number,
	coverage: { readonly daysWithOrders: number; readonly days: number }
): number | null {
	const covered = ordersCover(coverage.daysWithOrders, coverage.days);
	return covered && orders > 0 ? (cases / orders) * 10_000 : null;
}

function intervalOf(lower: number | null, upper: number | null): Interval | null {
	return lower === null || upper === null ? null : { lower, upper };
}
