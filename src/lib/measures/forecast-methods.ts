import { dampedHoltWinters } from '#lib/statistics/forecast/damped-holt-winters.ts';
import type { Forecaster, ForecastPath } from '#lib/statistics/forecast/forecast-path.ts';
import { driftPath, seasonalPath } from '#lib/statistics/forecast/seasonal-path.ts';
import { leastSquares } from '#lib/statistics/regression/least-squares.ts';
import { logOfCount } from './forecast-path.ts';

/** Ways to carry a series on, the plainest first: the others have to beat it. */
export const forecastMethods = [
	'seasonal_naive',
	'seasonal_drift',
	'holt_winters',
	'mstl_ets',
	'season_ets'
] as const;
export type ForecastMethod = (typeof forecastMethods)[number];

/** What a library brings: exponential smoothing chosen by AICc, bare and behind an MSTL decomposition. */
export interface ForecastEngine {
	readonly ets: Forecaster;
	readonly mstlEts: Forecaster;
}

/** Counts of whole periods with what is known of the calendar, also of the periods to come. */
export interface VolumeSeries {
	readonly counts: readonly number[];
	/** Periods a season has: 12 months, 52 weeks. */
	readonly season: number;
	/** Of past and coming periods: days, the share of them in each festival, the wave of the year. */
	readonly days: readonly number[];
	readonly festivals: readonly (readonly number[])[];
	readonly wave: readonly (readonly number[])[];
}

/** Longer series have seasons enough for the other methods. */
const shortSeasons = 4;

/** Which methods a series of so many periods is tried with. */
export function methodsFor(periods: number, season: number): readonly ForecastMethod[] {
	return forecastMethods.filter(
		(method) => method !== 'holt_winters' || periods < shortSeasons * season
	);
}

/**
 * log(count + ½) of the coming periods by one method, as if only the first `known` counts were known.
 * All but the plain repetition of last year work on the log of cases a day, so that a February is not
 * low for its length; MSTL and Holt–Winters are given the series without its festivals, which move from
 * year to year (春节) or across weeks (618, 双11), and these are put back after.
 */
export function forecastBy(
	method: ForecastMethod,
	series: VolumeSeries,
	known: number,
	horizon: number,
	engine: ForecastEngine
): ForecastPath | null {
	const { season } = series;
	const counts = series.counts.slice(0, known);
	if (method === 'seasonal_naive') return seasonalPath(counts.map(logOfCount), season, horizon);
	if (method === 'seasonal_drift') return driftPath(counts.map(logOfCount), season, horizon);
	const rates = counts.map((count, t) => logOfCount(count) - Math.log(series.days[t]!));
	const effects = seasonEffectsOf(series, rates, method === 'season_ets');
	const rest = rates.map((rate, t) => rate - effects[t]!);
	const path = {
		holt_winters: dampedHoltWinters,
		mstl_ets: engine.mstlEts,
		season_ets: engine.ets
	}[method](rest, season, horizon);
	return (
		path && {
			point: path.point.map(
				(value, h) => value + effects[known + h]! + Math.log(series.days[known + h]!)
			),
			error: path.error
		}
	);
}

/**
 * What festivals (and the wave of the year, where asked) do to the log of a rate, from a regression on
 * both beside a straight trend; nothing where the past is too short to tell.
 */
function seasonEffectsOf(
	{ festivals, wave, days }: VolumeSeries,
	rates: readonly number[],
	waveToo: boolean
): readonly number[] {
	const known = rates.length;
	const none = days.map(() => 0);
	const seen = festivals.filter((column) => varies(column.slice(0, known)));
	const terms = [...wave, ...seen];
	if (known < terms.length + 6) return none;
	const columns = [
		rates.map(() => 1),
		rates.map((_, t) => t / known),
		...terms.map((column) => column.slice(0, known))
	];
	const fit = leastSquares(columns, rates);
	if (!fit) return none;
	const effects = fit.coefficients.slice(2);
	return days.map((_, t) =>
		terms.reduce(
			(sum, column, k) => (waveToo || k >= wave.length ? sum + effects[k]! * column[t]! : sum),
			0
		)
	);
}

function varies(column: readonly number[]): boolean {
	return column.some((value) => value !== column[0]);
}
