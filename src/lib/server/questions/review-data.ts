import type { Day, Filter } from '#lib/filter/filter.ts';
import { narrowed } from '#lib/filter/change.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import { coveredOrders } from '#lib/measures/covered-orders.ts';
import type { ReviewScope } from '#lib/review/finding.ts';
import {
	fewestCasesAMonth,
	outcomeSeries,
	shareSeries,
	totalSeries,
	type OutcomeSums
} from '#lib/review/month-series.ts';
import type { CrossCounts } from '#lib/review/reduce-shares.ts';
import type { ReviewMonth, ReviewSeries } from '#lib/review/series.ts';
import type { Person } from '#lib/server/access/person.ts';
import { ask } from './ask.ts';
import { controlPeriods } from './control-periods.ts';
import { noSums, shownRows, type OrderRow, type PeriodRow } from './control-series.ts';
import * as control from './control.ts';
import type { RowOf } from './question.ts';
import * as review from './review-questions.ts';
import { scopeOf, type LogScope, type Scope } from './scope.ts';

type ValueRow = RowOf<typeof review.values.columns>;

/** Values of which how cases went is judged month by month. */
const outcomeDimensions = ['none', 'category', 'department'] as const;
/** Dimensions orders are known by. */
const orderDimensions = ['shop', 'product_category'] as const;
/** So many months are looked at. */
const mostMonths = 60;

/** Everything of a log that a month is judged by. */
export interface ReviewData {
	readonly scope: Scope;
	readonly log: LogScope;
	/** The month reviewed is the last: what came after it must not change what was said of it. */
	readonly months: readonly ReviewMonth[];
	readonly series: readonly ReviewSeries[];
	/** Orders by month; null where they do not cover the log. */
	readonly orders: readonly number[] | null;
}

/** The log up to the end of a month as its review reads it; null while there is no case. */
export async function reviewData(
	person: Person,
	month: Day,
	filter: Filter,
	signal?: AbortSignal
): Promise<ReviewData | null> {
	const scope = await scopeOf(person, { ...filter, period: 'all', comparison: 'none' }, signal);
	const { log } = scope;
	if (log === null) return null;
	const upTo = { ...log, days: { ...log.days, until: shiftMonth(month, 1) } };
	const months = controlPeriods(upTo, 'month', mostMonths);
	const step = 'month';
	const [values, orderRows, ...outcomes] = await Promise.all([
		ask(scope, review.values),
		Promise.all(
			['none', ...orderDimensions].map((dimension) =>
				ask(scope, control.periodOrders, { step, dimension })
			)
		),
		...outcomeDimensions.map((dimension) => ask(scope, control.periods, { step, dimension }))
	]);
	const orders = scope.ordersCoverSources ? ordersOf(orderRows[0]!, months) : null;
	const total = countsOf(values, null, months)[0]?.cases ?? months.map(() => 0);
	const ownOrders = new Map(
		orderDimensions.map((dimension, at) => [
			dimension as Dimension,
			Map.groupBy(orderRows[at + 1]!, ({ value }) => value ?? '')
		])
	);
	const shares = reviewedDimensions
		.filter((dimension) => scope.columns.includes(dimension))
		.flatMap((dimension) => countsOf(values, dimension, months))
		.filter(
			({ cases }) =>
				cases.reduce((sum, count) => sum + count, 0) >= fewestCasesAMonth * months.length
		)
		.map((counts) => {
			const rows = orders && ownOrders.get(counts.dimension)?.get(counts.value);
			const own = rows ? ordersOf(rows, months) : null;
			return shareSeries({ ...counts, orders: own }, total, orders);
		});
	return {
		scope,
		log,
		months,
		orders,
		series: [totalSeries(months, total, orders), ...shares, ...outcomesOf(outcomes, months)]
	};
}

/** Dimensions whose values are looked at, problems first. */
const reviewedDimensions = [
	'category',
	'subcategory',
	'product',
	'product_category',
	'department',
	'channel',
	'shop',
	'region'
] as const satisfies readonly Dimension[];

/** Cases of one value by month, and of those that have another value too. */
export async function crossCounts(
	{ scope, months }: ReviewData,
	of: ReviewScope
): Promise<CrossCounts> {
	const own = await scopeOf(
		scope.person,
		narrowed(scope.filter, of.dimension, [of.value]),
		scope.signal
	);
	const rows = await ask(own, review.values);
	return {
		all: countsOf(rows, null, months)[0]?.cases ?? months.map(() => 0),
		values: reviewedDimensions.flatMap((dimension) => countsOf(rows, dimension, months))
	};
}

/** How cases went of all but some values, as series that take the place of those of all cases. */
export async function outcomesWithout(
	{ scope, months }: ReviewData,
	told: readonly ReviewScope[]
): Promise<readonly ReviewSeries[]> {
	let filter = scope.filter;
	for (const [dimension, scopes] of Map.groupBy(told, (one) => one.dimension)) {
		const leftOut = new Set(scopes.map(({ value }) => value));
		const others = (await valuesOf(scope, dimension)).filter((value) => !leftOut.has(value));
		// A filter without any value chosen would let all cases in again.
		if (others.length === 0) return [];
		filter = narrowed(filter, dimension, others);
	}
	const rest = await scopeOf(scope.person, filter, scope.signal);
	return outcomesOf(
		await Promise.all(
			outcomeDimensions.map((dimension) => ask(rest, control.periods, { step: 'month', dimension }))
		),
		months
	);
}

/** How cases went month by month, of the answers for each of `outcomeDimensions`. */
function outcomesOf(
	answers: readonly (readonly PeriodRow[])[],
	months: readonly ReviewMonth[]
): readonly ReviewSeries[] {
	return outcomeDimensions.flatMap((dimension, at) =>
		byValue(answers[at]!, months).flatMap(([value, sums]) =>
			outcomeSeries(dimension === 'none' ? null : { dimension, value }, sums)
		)
	);
}

async function valuesOf(scope: Scope, dimension: Dimension): Promise<readonly string[]> {
	const rows = await ask(scope, review.values);
	return [
		...new Set(rows.filter((row) => row.dimension === dimension).map(({ value }) => value ?? ''))
	];
}

function countsOf(
	rows: readonly ValueRow[],
	dimension: (typeof reviewedDimensions)[number] | null,
	months: readonly ReviewMonth[]
) {
	const place = new Map(months.map(({ since }, at) => [since, at]));
	const counts = new Map<string, number[]>();
	for (const row of rows) {
		const at = place.get(row.month);
		if (row.dimension !== dimension || at === undefined) continue;
		const value = row.value ?? '';
		const own = counts.get(value) ?? months.map(() => 0);
		own[at] = row.cases;
		counts.set(value, own);
	}
	return [...counts].map(([value, cases]) => ({
		dimension: dimension ?? 'category',
		value,
		cases
	}));
}

/** Orders by month; 0 where they do not cover it; null where no month has any. */
function ordersOf(
	rows: readonly OrderRow[],
	months: readonly ReviewMonth[]
): readonly number[] | null {
	const shown = shownRows(rows, months);
	if (shown.length === 0) return null;
	const bySince = new Map(shown.map((row) => [row.since, row]));
	return months.map(({ since, days, told }) => coveredOrders(bySince.get(since), told ?? days));
}

function byValue(
	rows: readonly PeriodRow[],
	months: readonly ReviewMonth[]
): readonly (readonly [string, readonly OutcomeSums[]])[] {
	const none: OutcomeSums = { ...noSums, score_square_sum: 0 };
	return [...Map.groupBy(shownRows(rows, months), ({ value }) => value ?? '')].map(
		([value, own]) => {
			const bySince = new Map(own.map((row) => [row.since, row]));
			return [value, months.map(({ since }) => bySince.get(since) ?? none)];
		}
	);
}
