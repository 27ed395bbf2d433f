import { setImmediate as breath } from 'node:timers/promises';
import {
	chosenForecast,
	fewestOrigins,
	methodScores,
	originsOf,
	scoresAt,
	type MethodScore,
	type OriginScore
} from '#lib/measures/forecast-backtest.ts';
import type { ForecastMethod, VolumeSeries } from '#lib/measures/forecast-methods.ts';
import type { CountForecast } from '#lib/measures/forecast-path.ts';
import { horizons, type ForecastStep } from './forecast-choices.ts';
import { forecastEngine } from './forecast-engine.ts';

export interface VolumeForecast {
	readonly method: ForecastMethod;
	readonly forecast: CountForecast;
	readonly scores: readonly MethodScore[];
	/** What the chosen method said from each origin in the past. */
	readonly origins: readonly OriginScore[];
}

/** Origins of the backtest: every month, every fourth week. */
const every: Readonly<Record<ForecastStep, number>> = { month: 1, week: 4 };
/** Below so many cases a period, over the last season, a count says too little to be carried on. */
const fewestCases = 5;

/**
 * Backtest and forecast of one series. The work is cut at each origin (a few milliseconds), so that other
 * requests are answered in between.
 * @returns null below two seasons, or where the series has hardly a case
 */
export async function volumeForecast(
	series: VolumeSeries,
	step: ForecastStep
): Promise<VolumeForecast | null> {
	const { counts, season } = series;
	if (counts.length < 2 * season) return null;
	const last = counts.slice(-season);
	if (last.reduce((sum, count) => sum + count, 0) < fewestCases * season) return null;
	const engine = await forecastEngine();
	const origins = originsOf(series, every[step]);
	const scored: OriginScore[] = [];
	if (origins.length >= fewestOrigins)
		for (const origin of origins) {
			scored.push(...scoresAt(series, origin, horizons[step], engine));
			await breath();
		}
	const chosen = chosenForecast(series, methodScores(scored), horizons[step], engine);
	await breath();
	return chosen && { ...chosen, origins: scored.filter(({ method }) => method === chosen.method) };
}
