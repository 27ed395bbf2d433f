import type { ForecastPath } from './forecast-path.ts';

/**
 * The last season once more; its error is the root mean square of past changes from season to season.
 * Source: Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, § 5.2 and 5.5.
 * @returns null with less than two seasons: there is then no change to learn the error from
 */
export function seasonalPath(
	values: readonly number[],
	period: number,
	horizon: number
): ForecastPath | null {
	const n = values.length;
	if (n < 2 * period) return null;
	const changes = values.slice(period).map((value, t) => value - values[t]!);
	const error = Math.sqrt(
		changes.reduce((sum, change) => sum + change * change, 0) / changes.length
	);
	const ahead = Array.from({ length: horizon }, (_, h) => h);
	return {
		point: ahead.map((h) => values[n - period + (h % period)]!),
		error: ahead.map((h) => error * Math.sqrt(Math.floor(h / period) + 1))
	};
}
