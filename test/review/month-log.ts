import { shareSeries, totalSeries } from '#lib/review/month-series.ts';
import type { ReviewMonth, ReviewSeries } from '#lib/review/series.ts';

/** Months from January 2023 on, all whole. */
export function monthsFrom2023(count: number): readonly ReviewMonth[] {
	return Array.from({ length: count }, (_, at) => ({
		since: new Date(Date.UTC(2023, at, 1)).toISOString().slice(0, 10),
		until: new Date(Date.UTC(2023, at + 1, 1)).toISOString().slice(0, 10),
		days: new Date(Date.UTC(2023, at + 1, 0)).getUTCDate(),
		partial: false
	}));
}

/** Shares of a category each, of a total that is the same every month. */
export function sharesOf(
	total: number,
	counts: Readonly<Record<string, readonly number[]>>
): readonly ReviewSeries[] {
	return Object.entries(counts).map(([value, cases]) =>
		shareSeries(
			{ dimension: 'category', value, cases, orders: null },
			cases.map(() => total),
			null
		)
	);
}

/** All complaints by orders. */
export function rateOf(
	months: readonly ReviewMonth[],
	cases: readonly number[],
	orders: number
): ReviewSeries {
	return totalSeries(
		months,
		cases,
		cases.map(() => orders)
	);
}
