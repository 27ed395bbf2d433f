import { twoSidedTPValue, twoSidedTQuantile } from '#lib/statistics/distributions/student-t.ts';
import type { ForecastPath } from '#lib/statistics/forecast/forecast-path.ts';

/**
 * What is expected of coming counts: log(count + ½) follows Student's t around `point` with scale `error`.
 * The half keeps a month without a case from being minus infinity.
 */
export interface CountForecast extends ForecastPath {
	/** Degrees of freedom: how well the error itself is known. */
	readonly freedom: number;
}

export interface ExpectedCount {
	/** As likely more as less. */
	readonly median: number;
	readonly lower80: number;
	readonly upper80: number;
	readonly lower95: number;
	readonly upper95: number;
}

export const logOfCount = (count: number): number => Math.log(count + 0.5);
export const countOfLog = (value: number): number => Math.max(0, Math.exp(value) - 0.5);

/** The coming count `ahead` periods away (0: the next), with prediction intervals. */
export function expectedCount(forecast: CountForecast, ahead: number): ExpectedCount {
	const point = forecast.point[ahead]!;
	const error = forecast.error[ahead]!;
	const reach = (confidence: number): number =>
		error * twoSidedTQuantile(confidence, forecast.freedom);
	return {
		median: countOfLog(point),
		lower80: countOfLog(point - reach(0.8)),
		upper80: countOfLog(point + reach(0.8)),
		lower95: countOfLog(point - reach(0.95)),
		upper95: countOfLog(point + reach(0.95))
	};
}

/**
 * Probability that the coming count is above a number of cases: last year's, or a target. Counts are
 * whole, so "above 40" begins halfway between 40 and 41.
 * @returns 0–1
 */
export function probabilityAbove(forecast: CountForecast, ahead: number, cases: number): number {
	const distance = logOfCount(cases + 0.5) - forecast.point[ahead]!;
	const error = forecast.error[ahead]!;
	if (!(error > 0)) return distance < 0 ? 1 : 0;
	const tails = twoSidedTPValue(distance / error, forecast.freedom);
	return distance < 0 ? 1 - tails / 2 : tails / 2;
}
