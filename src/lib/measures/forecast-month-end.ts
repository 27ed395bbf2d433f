import { poissonRegression } from '#lib/statistics/regression/poisson-regression.ts';
import { twoSidedTQuantile } from '#lib/statistics/distributions/student-t.ts';
import { logOfCount, type CountForecast } from './forecast-path.ts';

/** Cases a day with what each day of the calendar is (weekday, festival), also of the days to come. */
export interface DailyLog {
	readonly counts: readonly number[];
	readonly terms: readonly (readonly number[])[];
}

/** A month by places of its days: from the first to before `until`; before `seen` they are known. */
export interface MonthDays {
	readonly from: number;
	readonly seen: number;
	readonly until: number;
}

/** How a month's end was told from its first days, in months that are over. */
export interface PaceScores {
	/** Mean square of log(actual over told): by the days seen, by the forecast, by both together. */
	readonly pace: number;
	readonly forecast: number;
	readonly joint: number;
	/** Mean of |actual / told − 1| by both together, and by the forecast alone. */
	readonly off: number;
	readonly offForecast: number;
	readonly months: number;
	readonly coverage80: number;
	readonly coverage95: number;
}

/** Days a profile is learned from at most and at least. */
const mostDays = 1100;
const fewestDays = 365;
const fewestMonths = 6;

/**
 * What each day weighs, from a Poisson regression of the days before `until` on weekdays and festivals.
 * @returns one weight a day of the terms; null where the past is too short
 */
export function dayWeights({ counts, terms }: DailyLog, until: number): readonly number[] | null {
	const from = Math.max(0, until - mostDays);
	if (until - from < fewestDays) return null;
	const known = (column: readonly number[]): number[] => column.slice(from, until);
	const used = terms.filter((column) => new Set(known(column)).size > 1);
	const own = known(counts);
	const columns = [own.map(() => 1), own.map((_, t) => t / own.length), ...used.map(known)];
	const fit = poissonRegression(
		columns,
		own,
		own.map(() => 1)
	);
	if (!fit) return null;
	const effects = fit.coefficients.slice(2);
	return (terms[0] ?? []).map((_, day) =>
		Math.exp(used.reduce((sum, column, k) => sum + effects[k]! * column[day]!, 0))
	);
}

/** Share of a month's cases that has usually come by the days seen, 0–1. */
export function shareSeen(weights: readonly number[], { from, seen, until }: MonthDays): number {
	const sum = (end: number): number =>
		weights.slice(from, end).reduce((total, weight) => total + weight, 0);
	return sum(seen) / sum(until);
}

/**
 * The backtest of the running month: months that are over, cut off at the same day.
 * @param months the month's days and what the forecast of that time was off by, log(actual over forecast)
 * @returns null where there are too few to tell
 */
export function paceScores(
	{ counts }: DailyLog,
	weights: readonly number[],
	months: readonly (MonthDays & { readonly missed: number })[]
): PaceScores | null {
	const told = months.flatMap(({ missed, ...days }) => {
		const cases = (end: number): number =>
			counts.slice(days.from, end).reduce((sum, count) => sum + count, 0);
		const [seen, actual] = [cases(days.seen), cases(days.until)];
		if (seen === 0) return [];
		return [{ missed, pace: logOfCount(actual) - Math.log(seen / shareSeen(weights, days)) }];
	});
	if (told.length < fewestMonths) return null;
	const pace = meanSquare(told.map((month) => month.pace));
	const forecast = meanSquare(told.map(({ missed }) => missed));
	const share = forecast / (pace + forecast);
	const joint = told.map((month) => share * month.pace + (1 - share) * month.missed);
	const covered = (confidence: number): number =>
		joint.filter((miss, at) => {
			const others = joint.filter((_, other) => other !== at);
			const reach = Math.sqrt(meanSquare(others)) * twoSidedTQuantile(confidence, others.length);
			return Math.abs(miss) <= reach;
		}).length / joint.length;
	return {
		pace,
		forecast,
		joint: meanSquare(joint),
		off: meanOff(joint),
		offForecast: meanOff(told.map(({ missed }) => missed)),
		months: joint.length,
		coverage80: covered(0.8),
		coverage95: covered(0.95)
	};
}

/**
 * The forecast with its first period, the running month, told by the days seen as well: both weighted by
 * how far off they have been. A value of few cases has a pace of its own uncertainty, (1 − share) / seen.
 */
export function withPace(
	forecast: CountForecast,
	seen: number,
	share: number,
	scores: PaceScores
): CountForecast {
	if (seen <= 0) return forecast;
	const prior = forecast.error[0]! ** 2;
	const pace = scores.pace + (1 - share) / seen;
	const weight = prior / (prior + pace);
	const point = weight * Math.log(seen / share) + (1 - weight) * forecast.point[0]!;
	// Both err together more than independent errors would.
	const together = (scores.pace * scores.forecast) / (scores.pace + scores.forecast);
	const inflation = Math.max(1, scores.joint / together);
	const error = Math.sqrt(((prior * pace) / (prior + pace)) * inflation);
	return {
		...forecast,
		// What has come has come: the end cannot be below it.
		point: [Math.max(point, logOfCount(seen)), ...forecast.point.slice(1)],
		error: [error, ...forecast.error.slice(1)]
	};
}

function meanSquare(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}

function meanOff(logs: readonly number[]): number {
	return logs.reduce((sum, miss) => sum + Math.abs(Math.exp(miss) - 1), 0) / logs.length;
}
