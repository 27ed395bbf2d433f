import { twoSidedTQuantile } from '#lib/statistics/distributions/student-t.ts';
import { quantileType7 } from '#lib/statistics/quantile.ts';
import {
	forecastBy,
	forecastMethods,
	type ForecastEngine,
	type ForecastMethod,
	type VolumeSeries
} from './forecast-methods.ts';
import { countOfLog, logOfCount, type CountForecast } from './forecast-path.ts';

/** One method's forecasts from one point in the past, held against what came. */
export interface OriginScore {
	readonly method: ForecastMethod;
	readonly origin: number;
	/** Absolute errors over the mean seasonal change of what was known then. */
	readonly scaled: readonly number[];
	/** Errors of log(count + ½), in standard errors the method gave. */
	readonly standard: readonly number[];
	/** The same errors as they are: natural logarithms of actual over forecast. */
	readonly logs: readonly number[];
}

export interface MethodScore {
	readonly method: ForecastMethod;
	/** Mean absolute scaled error: below 1 is better than repeating last year was in the known past. */
	readonly mase: number;
	/** What the method's standard errors have to be multiplied by to fit its past errors. */
	readonly widening: number;
	/** Share of what came that lay inside the interval, each origin judged by the others' errors. */
	readonly coverage80: number;
	readonly coverage95: number;
	readonly origins: number;
	/** Forecasts held against what came. */
	readonly held: number;
}

/** Fewer origins do not tell a good method from a lucky one. */
export const fewestOrigins = 6;

/** Points in the past a series is forecast from: all that leave two seasons before and one period after. */
export function originsOf(series: VolumeSeries, every: number): readonly number[] {
	const origins: number[] = [];
	for (let at = series.counts.length - 1; at >= 2 * series.season; at -= every) origins.unshift(at);
	return origins;
}

/** One method from one origin; null where it cannot be fitted there. */
export function scoreAt(
	series: VolumeSeries,
	method: ForecastMethod,
	origin: number,
	horizon: number,
	engine: ForecastEngine
): OriginScore | null {
	const { counts, season } = series;
	const changes = counts.slice(season, origin).map((count, t) => Math.abs(count - counts[t]!));
	const scale = meanOf(changes);
	if (!(scale > 0)) return null;
	const actual = counts.slice(origin, origin + horizon);
	const path = forecastBy(method, series, origin, actual.length, engine);
	if (!path || !path.error.every((error) => error > 0)) return null;
	const logs = actual.map((count, h) => logOfCount(count) - path.point[h]!);
	return {
		method,
		origin,
		scaled: actual.map((count, h) => Math.abs(count - countOfLog(path.point[h]!)) / scale),
		standard: logs.map((miss, h) => miss / path.error[h]!),
		logs
	};
}

/** Each method over all origins, best first. Methods that failed somewhere cannot be compared. */
export function methodScores(scores: readonly OriginScore[]): readonly MethodScore[] {
	const origins = new Set(scores.map(({ origin }) => origin)).size;
	return forecastMethods
		.flatMap((method) => {
			const own = scores.filter((score) => score.method === method);
			if (own.length < fewestOrigins || own.length < origins) return [];
			const scaled = own.flatMap((score) => score.scaled);
			return [
				{
					method,
					mase: meanOf(scaled),
					widening: wideningOf(own),
					coverage80: coverage(own, 0.8),
					coverage95: coverage(own, 0.95),
					origins: own.length,
					held: scaled.length
				}
			];
		})
		.sort((a, b) => a.mase - b.mase);
}

/** The nearer two thirds of past errors: a jump that spoils the others does not count among them. */
const settled = 2 / 3;
/** Errors beyond what those ask for widen the intervals so far and no farther. */
const mostBeyond = 1.75;

/**
 * By how much the method's standard errors were too small: the root mean square of its standardised past
 * errors, held within a multiple of what the nearer two thirds of them ask for, since after one jump every
 * interval would else reach from nothing to anywhere. Never so small that luck would make a forecast sure.
 */
function wideningOf(scores: readonly OriginScore[]): number {
	const distances = scores.flatMap(({ standard }) => standard.map(Math.abs));
	const [near] = quantileType7(distances, [settled]);
	const usual = (near ?? 1) / twoSidedTQuantile(settled, scores.length);
	const square = Math.sqrt(meanOf(distances.map((distance) => distance * distance)));
	return Math.max(0.5, Math.min(square, mostBeyond * usual));
}

/** Each origin's forecasts widened by what the other origins ask for. */
function coverage(scores: readonly OriginScore[], confidence: number): number {
	let [inside, all] = [0, 0];
	for (const score of scores) {
		const others = scores.filter(({ origin }) => origin !== score.origin);
		const reach = wideningOf(others) * twoSidedTQuantile(confidence, others.length);
		inside += score.standard.filter((miss) => Math.abs(miss) <= reach).length;
		all += score.standard.length;
	}
	return inside / all;
}

export interface ChosenForecast {
	readonly method: ForecastMethod;
	readonly forecast: CountForecast;
	/** Every method with its backtest, best first; none where the past is too short for one. */
	readonly scores: readonly MethodScore[];
}

/**
 * The series carried on by the method that was best in the backtest, its intervals widened as its past
 * errors ask. Without a backtest: Holt–Winters with the errors of its own fit.
 * @returns null below two seasons
 */
export function chosenForecast(
	series: VolumeSeries,
	scores: readonly MethodScore[],
	horizon: number,
	engine: ForecastEngine
): ChosenForecast | null {
	const best = scores[0];
	const method = best?.method ?? 'holt_winters';
	const known = series.counts.length;
	const path = forecastBy(method, series, known, horizon, engine);
	if (!path) return null;
	const freedom = best ? best.origins : Math.max(1, known - series.season - 5);
	return {
		method,
		scores,
		forecast: {
			point: path.point,
			error: path.error.map((error) => Math.max(error, 1e-6) * (best?.widening ?? 1)),
			freedom
		}
	};
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
