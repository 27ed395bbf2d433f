import { controlMeasures, type PeriodSums } from '#lib/measures/control-measures.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import type { ReviewMeasure, ReviewScope } from './finding.ts';
import type { ReviewMonth, ReviewSeries, SeasonSpread } from './series.ts';

/** Cases of a value in each month. */
export interface ValueCounts {
	readonly dimension: Dimension;
	readonly value: string;
	readonly cases: readonly number[];
	/** Orders of the value itself in each month, where they are known. */
	readonly orders: readonly number[] | null;
}

/** Values with hardly a case a month tell nothing. */
export const fewestCasesAMonth = 3;

const shareSeasons: SeasonSpread = { festival: 0.3, month: 0.03, year: 0.02 };
const totalSeasons: SeasonSpread = { festival: 0.2, month: 0.04, year: 0.1 };
const outcomeSeasons: SeasonSpread = { festival: 0.5, month: 0.1, year: 0.3 };
const scoreSeasons: SeasonSpread = { festival: 0.15, month: 0.04, year: 0.1 };

/** All complaints: by orders where these are known, else by days. */
export function totalSeries(
	months: readonly ReviewMonth[],
	cases: readonly number[],
	orders: readonly number[] | null
): ReviewSeries {
	const plain = { scope: null, offsets: null, leastDispersion: 1, seasons: totalSeasons };
	return orders
		? { ...plain, measure: 'complaint_rate', kind: 'binomial', amounts: cases, sizes: orders }
		: {
				...plain,
				measure: 'complaints',
				kind: 'poisson',
				amounts: cases,
				sizes: months.map(({ days }) => days)
			};
}

/** The share a value has of all cases; of shops and product categories, of what their orders make one expect. */
export function shareSeries(
	{ dimension, value, cases, orders }: ValueCounts,
	total: readonly number[],
	allOrders: readonly number[] | null
): ReviewSeries {
	const own = orders && allOrders;
	return {
		measure: 'share',
		scope: { dimension, value },
		kind: 'binomial',
		amounts: own ? cases.map((count, at) => (orders[at]! > 0 ? count : null)) : cases,
		sizes: total,
		offsets: own ? orders.map((count, at) => Math.log(Math.max(1, count) / allOrders[at]!)) : null,
		leastDispersion: 1,
		seasons: shareSeasons
	};
}

export interface OutcomeSums extends PeriodSums {
	readonly score_square_sum: number;
}

const shares = [
	'satisfied_share',
	'response_in_time',
	'resolution_in_time',
	'reopened_share'
] as const;
const times = ['first_response_median', 'resolution_median'] as const;
/** A value of fewer cases is no value of its month; a mean of costs, which are very uneven, needs more. */
const fewest = 20;
const fewestCosts = 40;

/**
 * Least variance of a value of weight 1: what cases differ by (on the logarithms of times and costs about 1),
 * and what months differ by whatever the number of cases, which no few months could be trusted to rule out.
 */
const monthScatter = { time: 0.05, cost: 0.03, score: 0.02 } as const;
const leastOf = (
	kind: keyof typeof monthScatter,
	oneCase: number,
	sizes: readonly number[]
): number => {
	const known = sizes.filter((size) => size > 0);
	const mean = known.reduce((sum, size) => sum + size, 0) / Math.max(1, known.length);
	return oneCase + mean * monthScatter[kind] ** 2;
};

/** How cases went, in all or of one value, month by month. */
export function outcomeSeries(
	scope: ReviewScope | null,
	sums: readonly OutcomeSums[]
): readonly ReviewSeries[] {
	const plain = { scope, offsets: null, seasons: outcomeSeasons };
	const ofShares = shares.map((measure): ReviewSeries => {
		const { amount, size } = controlMeasures[measure];
		const sizes = sums.map(size);
		return {
			...plain,
			measure,
			kind: 'binomial',
			amounts: sums.map((one, at) => (sizes[at]! >= fewest ? amount(one) : null)),
			sizes,
			leastDispersion: 1
		};
	});
	const ofTimes = times.map((measure): ReviewSeries => {
		const { amount, cases } = controlMeasures[measure];
		const sizes = sums.map(cases);
		return {
			...plain,
			measure,
			kind: 'normal',
			amounts: sums.map((one, at) => logOf(sizes[at]! >= fewest ? amount(one) : null)),
			sizes,
			leastDispersion: leastOf('time', 1, sizes)
		};
	});
	return [...ofShares, ...ofTimes, scoreSeries(scope, sums), costSeries(scope, sums)];
}

function scoreSeries(scope: ReviewScope | null, sums: readonly OutcomeSums[]): ReviewSeries {
	const total = (of: (one: OutcomeSums) => number): number =>
		sums.reduce((sum, one) => sum + of(one), 0);
	const rated = total((one) => one.rated);
	const mean = total((one) => one.score_sum) / rated;
	const variance = rated > 0 ? total((one) => one.score_square_sum) / rated - mean ** 2 : 0;
	const sizes = sums.map((one) => one.rated);
	return {
		measure: 'satisfaction_mean',
		scope,
		kind: 'normal',
		amounts: sums.map((one) => (one.rated >= fewest ? one.score_sum / one.rated : null)),
		sizes,
		offsets: null,
		leastDispersion: leastOf('score', variance, sizes),
		seasons: scoreSeasons
	};
}

/** Cost of a case; its sum follows the number of cases, which is judged by itself. */
function costSeries(scope: ReviewScope | null, sums: readonly OutcomeSums[]): ReviewSeries {
	const sizes = sums.map(({ costed }) => costed);
	return {
		measure: 'cost_per_case',
		scope,
		kind: 'normal',
		amounts: sums.map(({ costed, cost }) => logOf(costed >= fewestCosts ? cost / costed : null)),
		sizes,
		offsets: null,
		leastDispersion: leastOf('cost', 1, sizes),
		seasons: scoreSeasons
	};
}

/** Times and sums of money are skewed; their logarithms are close to symmetric. */
function logOf(value: number | null): number | null {
	return value !== null && value > 0 ? Math.log(value) : null;
}

/** Measures judged on the logarithms of their values. */
export const judgedInLogs: ReadonlySet<ReviewMeasure> = new Set([...times, 'cost_per_case']);
