import { countedCases } from '#lib/filter/counted-cases.ts';
import type { DayRange, Filter } from '#lib/filter/filter.ts';
import { daysBetween } from '#lib/filter/period.ts';
import { controlMeasures, type ControlMeasureId } from '#lib/measures/control-measures.ts';
import { coveredOrders } from '#lib/measures/covered-orders.ts';
import { monthTarget, type Target } from '#lib/measures/target.ts';
import type { ReviewComparison, ReviewFigure } from '#lib/review/month-review.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';
import { poissonRate } from '#lib/statistics/rates/poisson-rate.ts';
import { ask } from './ask.ts';
import { noSums } from './control-series.ts';
import * as control from './control.ts';
import type { ReviewData } from './review-data.ts';
import type { RowOf } from './question.ts';
import type * as review from './review-questions.ts';
import type { ReviewSpan } from './review-span.ts';

export type ReceivedRow = RowOf<typeof review.received.columns>;

/** The numbers over a review. */
const headline = [
	'complaints',
	'complaint_rate',
	'resolution_in_time',
	'satisfied_share'
] as const satisfies readonly ControlMeasureId[];

/** What a number is made of, in one span of days. */
interface Counted {
	readonly amount: number;
	readonly size: number;
	readonly cases: number;
}

/** The five headline numbers with the same days of the month before and of last year. */
export async function reviewFigures(
	{ scope, orders: covered }: ReviewData,
	span: ReviewSpan,
	received: readonly ReceivedRow[],
	targets: readonly Target[]
): Promise<readonly ReviewFigure[]> {
	const choices = { step: 'month', dimension: 'none', to_day: span.toDay };
	const [rows, orderRows] = await Promise.all([
		ask(scope, control.periods, choices),
		covered ? ask(scope, control.periodOrders, choices) : []
	]);
	const bySince = new Map(rows.map((row) => [row.since, row]));
	const orders = new Map(orderRows.map((row) => [row.since, row]));
	const totals = new Map(received.filter((row) => row.is_total).map((row) => [row.month, row]));
	const monthOf = (days: DayRange): string => `${days.since.slice(0, 7)}-01`;
	const ordersIn = (days: DayRange): number =>
		coveredOrders(orders.get(monthOf(days)), daysBetween(days.since, days.until));
	const measured = headline.map((measure) => {
		const { amount, cases, ...rest } = controlMeasures[measure];
		const counted = (days: DayRange): Counted | null => {
			const sums = bySince.get(monthOf(days)) ?? noSums;
			const size =
				measure === 'complaint_rate' ? ordersIn(days) : 'size' in rest ? rest.size(sums) : 1;
			return size > 0 ? { amount: amount(sums), size, cases: cases(sums) } : null;
		};
		return figureOf(measure, counted, span, scope.filter, targets);
	});
	const resolved = (days: DayRange): Counted | null => {
		const row = totals.get(monthOf(days));
		return row && row.state_told > 0
			? { amount: row.resolved, size: row.cases, cases: row.cases }
			: null;
	};
	return [...measured, figureOf('resolution_rate', resolved, span, scope.filter, targets)];
}

function figureOf(
	measure: ReviewFigure['measure'],
	counted: (days: DayRange) => Counted | null,
	span: ReviewSpan,
	all: Filter,
	targets: readonly Target[]
): ReviewFigure {
	const multiplier = measure === 'complaint_rate' ? 10_000 : 1;
	const filterOf = (days: DayRange): Filter => {
		const filter = { ...all, period: days };
		return measure === 'resolution_rate' ? filter : countedCases(filter, measure);
	};
	const now = counted(span.told);
	const value = now && (now.amount / now.size) * multiplier;
	const against = (
		kind: ReviewComparison['kind'],
		days: DayRange | null
	): ReviewComparison | null => {
		const other = days && counted(days);
		if (!days || !other || value === null) return null;
		const before = (other.amount / other.size) * multiplier;
		const isShare = measure !== 'complaints' && measure !== 'complaint_rate';
		return {
			kind,
			days,
			value: before,
			cases: other.cases,
			change: value - before,
			relative: isShare || before === 0 ? null : value / before - 1,
			filter: filterOf(days)
		};
	};
	return {
		measure,
		value,
		interval: now && intervalOf(measure, now, multiplier),
		cases: now?.cases ?? 0,
		before: against('previous', span.before),
		yearAgo: against('year', span.yearAgo),
		target: monthTarget(targets, measure, null, span.month),
		filter: filterOf(span.told)
	};
}

function intervalOf(
	measure: ReviewFigure['measure'],
	{ amount, size }: Counted,
	multiplier: number
): Interval | null {
	if (measure === 'complaints') return null;
	const { lower, upper } =
		measure === 'complaint_rate' ? poissonRate(amount, size) : wilsonInterval(amount, size, 0.95);
	return lower === null || upper === null
		? null
		: { lower: lower * multiplier, upper: upper * multiplier };
}
