import { nextDay, previousDay } from '#lib/filter/codec.ts';
import type { DayRange } from '#lib/filter/filter.ts';
import { daysBetween, isRunning, monthOf, shiftMonth } from '#lib/filter/period.ts';
import {
	complaintRate,
	meanScore,
	responseRate,
	satisfiedChange,
	satisfiedShare,
	type Measured
} from '#lib/measures/headline.ts';
import { shareChanges, type ShareChange } from '#lib/measures/share-change.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { ask } from './ask.ts';
import { tileVerdicts, type TileVerdicts } from './overview-verdicts.ts';
import * as overview from './overview.ts';
import type { RowOf } from './question.ts';
import type { LogScope, Scope } from './scope.ts';
import { silentOn } from './told-until.ts';

type Headline = RowOf<typeof overview.headline.columns>;
type Resolution = RowOf<typeof overview.resolution.columns>;

/** The numbers of one span of days: the period, or the one it is compared with. */
export interface SpanFacts {
	readonly sums: Headline;
	/** Share of the rated that gave 4 or 5. */
	readonly satisfied: Measured;
	/** Mean score of the rated, 1–5. */
	readonly mean: Measured;
	/** Share of all cases that were rated. */
	readonly responseRate: Measured;
	readonly resolution: Resolution | null;
	readonly orders: number | null;
	/** Complaints per 10,000 orders; null where orders do not cover the days. */
	readonly rate: number | null;
	readonly backlog: number | null;
	/** Logs that ended too long before the end of the span to be counted in its backlog. */
	readonly silent: readonly string[];
}

/** Complaints and satisfaction of one stretch of days. */
export interface TrendPoint {
	/** Its first day. */
	readonly since: string;
	readonly cases: number;
	readonly rated: number;
	readonly satisfied: number;
	readonly scoreSum: number;
	/** 95 % interval of the mean score; null where fewer than two rated. */
	readonly meanInterval: Interval | null;
}

/** One month of every trend, oldest first; nothing is left out. */
export interface MonthFacts extends TrendPoint {
	/** Cases up to the as-of day's day of the month. */
	readonly casesToDay: number;
	readonly firstResponse: number | null;
	readonly resolution: number | null;
	readonly backlog: number | null;
	readonly rate: number | null;
}

/** A problem whose share moved, with its share of each whole month. */
export interface ProblemChange extends ShareChange {
	readonly category: string | null;
	readonly subcategory: string | null;
	readonly cases: number;
	readonly before: number;
	readonly trend: readonly number[];
}

export interface OverviewFacts {
	readonly now: SpanFacts;
	readonly before: SpanFacts | null;
	/** Satisfied share now less before; null without a comparison. */
	readonly satisfiedChange: Measured | null;
	readonly months: readonly MonthFacts[];
	/** What the control charts of the tiles' measures say of their last whole month. */
	readonly verdicts: TileVerdicts;
	/** The last month of `months` is not over. */
	readonly running: boolean;
	/** The trend day by day, for a log of at most two months; else null. */
	readonly days: readonly TrendPoint[] | null;
	readonly changes: readonly ProblemChange[];
	/** Problems compared in all, of which `changes` shows the largest. */
	readonly problems: number;
	readonly found: number;
	/** What the log has at all, so that the page can say what it lacks. */
	readonly has: {
		readonly orders: boolean;
		readonly firstResponse: boolean;
		readonly resolution: boolean;
		readonly satisfaction: boolean;
		readonly category: boolean;
	};
}

const mostChanges = 8;
const trendMonths = 24;
/** Up to this many months the trend is shown day by day. */
const longestDaily = 2;

/** Everything the overview says, or null while there is no case. */
export async function overviewFacts(scope: Scope): Promise<OverviewFacts | null> {
	const { log } = scope;
	if (log === null) return null;
	const [headline, resolution, orders, backlog, monthly, monthlyOrders, monthlyResolution] =
		await Promise.all([
			ask(scope, overview.headline),
			ask(scope, overview.resolution),
			ask(scope, overview.orderTotals),
			ask(scope, overview.backlog),
			ask(scope, overview.monthly),
			ask(scope, overview.monthlyOrders),
			ask(scope, overview.monthlyResolution)
		]);
	const [monthlyBacklog, changes, problemMonths] = await Promise.all([
		ask(scope, overview.monthlyBacklog),
		ask(scope, overview.changes),
		ask(scope, overview.subcategoryMonthly)
	]);

	const verdicts = await tileVerdicts(scope, monthly, monthlyOrders);

	const span = (name: 'now' | 'before', days: LogScope['days']): SpanFacts => {
		const sums = headline.find((row) => row.span === name) ?? { ...noCases, span: name };
		const order = orders.find((row) => row.span === name);
		return {
			sums,
			satisfied: satisfiedShare(sums),
			mean: meanScore(sums),
			responseRate: responseRate(sums),
			resolution: resolution.find((row) => row.span === name) ?? null,
			orders: order?.orders ?? null,
			rate:
				order && scope.ordersCoverSources
					? complaintRate(sums.cases, order.orders, {
							daysWithOrders: order.days_with_orders,
							days: daysTold(days, log)
						})
					: null,
			backlog: backlog.find((row) => row.span === name)?.open_cases ?? null,
			silent: silentOn(log.toldUntil, previousDay(days.until))
		};
	};

	const byMonth = new Map(monthly.map((row) => [row.month, row]));
	const ordersByMonth = new Map(monthlyOrders.map((row) => [row.month, row]));
	const resolutionByMonth = new Map(monthlyResolution.map((row) => [row.month, row]));
	const backlogByMonth = new Map(monthlyBacklog.map((row) => [row.month, row.open_cases]));
	const firstMonth = monthly[0]?.month ?? monthOf(log.firstDay);
	let openCases: number | null = null;
	const months = monthsFrom(firstMonth, monthOf(log.asOfDay)).map((month): MonthFacts => {
		const row = byMonth.get(month) ?? noCases;
		// Nothing came and nothing ended: as many are open as the month before.
		openCases = backlogByMonth.get(month) ?? openCases;
		const monthOrders = ordersByMonth.get(month);
		return {
			since: month,
			cases: row.cases,
			casesToDay: row.cases_to_day,
			rated: row.rated,
			satisfied: row.satisfied,
			scoreSum: row.score_sum,
			meanInterval: meanScore(row).interval,
			firstResponse: row.first_response_median,
			resolution: resolutionByMonth.get(month)?.resolution_median ?? null,
			backlog: openCases,
			rate:
				monthOrders && scope.ordersCoverSources
					? complaintRate(row.cases, monthOrders.orders, {
							daysWithOrders: monthOrders.days_with_orders,
							days: daysTold({ since: month, until: shiftMonth(month, 1) }, log)
						})
					: null
		};
	});
	const running = isRunning({ since: monthOf(log.asOfDay), until: nextDay(log.asOfDay) }, log);
	const moves = shareChanges(changes);
	const whole = running ? months.slice(0, -1) : months;

	const now = span('now', log.days);
	const before = log.comparison && span('before', log.comparison.days);

	return {
		now,
		before,
		satisfiedChange: before && satisfiedChange(now.sums, before.sums),
		months,
		verdicts,
		running,
		days: months.length <= longestDaily ? await trendOfDays(scope, log, firstMonth) : null,
		changes: log.comparison
			? largest(changes, moves, problemMonths, whole.slice(-trendMonths))
			: [],
		problems: changes.length,
		found: moves.filter(({ verdict }) => verdict === 'up' || verdict === 'down').length,
		has: {
			orders: monthlyOrders.length > 0,
			firstResponse: monthly.some(({ responded }) => responded > 0),
			resolution: monthlyResolution.length > 0,
			satisfaction: monthly.some(({ rated }) => rated > 0),
			category: changes.some(({ category }) => category !== null)
		}
	};
}

/** Days of the range that the log tells about. */
function daysTold({ since, until }: DayRange, { firstDay, asOfDay }: LogScope): number {
	const end = nextDay(asOfDay);
	return daysBetween(since < firstDay ? firstDay : since, until > end ? end : until);
}

/** The trend by days, from the first month on that has a chosen case. */
async function trendOfDays(scope: Scope, log: LogScope, firstMonth: string): Promise<TrendPoint[]> {
	const rows = await ask(scope, overview.daily);
	const byDay = new Map(rows.map((row) => [row.day, row]));
	const points: TrendPoint[] = [];
	const first = firstMonth < log.firstDay ? log.firstDay : firstMonth;
	for (let day = first; day <= log.asOfDay; day = nextDay(day)) {
		const row = byDay.get(day) ?? noCases;
		points.push({
			since: day,
			cases: row.cases,
			rated: row.rated,
			satisfied: row.satisfied,
			scoreSum: row.score_sum,
			meanInterval: meanScore(row).interval
		});
	}
	return points;
}

/** Problems by how much their number changed, up or down. */
function largest(
	rows: readonly RowOf<typeof overview.changes.columns>[],
	verdicts: readonly ShareChange[],
	problemMonths: readonly RowOf<typeof overview.subcategoryMonthly.columns>[],
	months: readonly MonthFacts[]
): ProblemChange[] {
	const key = (row: { category: string | null; subcategory: string | null; month?: string }) =>
		JSON.stringify([row.category, row.subcategory, row.month]);
	const shares = new Map(problemMonths.map((row) => [key(row), row.cases / row.total]));
	return rows
		.map((row, index) => ({ row, change: verdicts[index] as ShareChange }))
		.sort((a, b) => moved(b.row) - moved(a.row))
		.slice(0, mostChanges)
		.sort((a, b) => b.row.cases - b.row.cases_before - (a.row.cases - a.row.cases_before))
		.map(({ row, change }) => ({
			...change,
			category: row.category,
			subcategory: row.subcategory,
			cases: row.cases,
			before: row.cases_before,
			trend: months.map(
				({ since }) =>
					shares.get(key({ category: row.category, subcategory: row.subcategory, month: since })) ??
					0
			)
		}));
}

function moved(row: { readonly cases: number; readonly cases_before: number }): number {
	return Math.abs(row.cases - row.cases_before);
}

function monthsFrom(first: string, last: string): string[] {
	const months: string[] = [];
	for (let month = first; month <= last; month = shiftMonth(month, 1)) months.push(month);
	return months;
}

const noCases = {
	cases: 0,
	cases_to_day: 0,
	responded: 0,
	first_response_median: null,
	first_response_p90: null,
	rated: 0,
	satisfied: 0,
	score_sum: 0,
	score_square_sum: 0
};
