import { setImmediate as breath } from 'node:timers/promises';
import {
	chosenForecast,
	fewestOrigins,
	methodScores,
	originsOf,
	scoreAt,
	type MethodScore,
	type OriginScore
} from '#lib/measures/forecast-backtest.ts';
import { suggestedChanges, type SuggestedChange } from '#lib/measures/forecast-changes.ts';
import {
	methodsFor,
	type ForecastMethod,
	type VolumeSeries
} from '#lib/measures/forecast-methods.ts';
import type { CountForecast } from '#lib/measures/forecast-path.ts';
import { horizons, type ForecastStep } from './forecast-choices.ts';
import { forecastEngine } from './forecast-engine.ts';

export interface VolumeForecast {
	readonly method: ForecastMethod;
	readonly forecast: CountForecast;
	readonly scores: readonly MethodScore[];
	/** Changes of level the counts suggest. */
	readonly changes: readonly SuggestedChange[];
	/** What the chosen method said from each origin in the past. */
	readonly origins: readonly OriginScore[];
}

/** Origins of the backtest: every month, every fourth week. */
const every: Readonly<Record<ForecastStep, number>> = { month: 1, week: 4 };
/** Below so many cases a period, over the last season, a count says too little to be carried on. */
const fewestCases = 5;

/**
 * Backtest and forecast of one series. The work is cut after each fit (a few milliseconds), so that other
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
		for (const origin of origins)
			for (const method of methodsFor(counts.length, season)) {
				const score = scoreAt(series, method, origin, horizons[step], engine);
				if (score) scored.push(score);
				await breath();
			}
	const chosen = chosenForecast(series, methodScores(scored), horizons[step], engine);
	await breath();
	if (!chosen) return null;
	const changes = suggestedChanges(series);
	await breath();
	return { ...chosen, changes, origins: scored.filter(({ method }) => method === chosen.method) };
}
