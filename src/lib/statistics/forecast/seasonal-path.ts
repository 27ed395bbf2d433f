import { mean } from '../sum.ts';
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

/**
 * The last season once more, moved by what the last season was above the one before; its error is the
 * scatter of the changes around that move.
 * Source: the seasonal naive method with drift, Hyndman & Athanasopoulos (2021), § 5.2.
 * @returns null with less than two seasons
 */
export function driftPath(
	values: readonly number[],
	period: number,
	horizon: number
): ForecastPath | null {
	const last = seasonalPath(values, period, horizon);
	if (!last) return null;
	const changes = values.slice(period).map((value, t) => value - values[t]!);
	const drift = mean(changes.slice(-period));
	const scatter = Math.sqrt(mean(changes.map((change) => (change - drift) ** 2)));
	return {
		point: last.point.map((value, h) => value + drift * (Math.floor(h / period) + 1)),
		error: last.point.map((_, h) => scatter * Math.sqrt(Math.floor(h / period) + 1 + 1 / period))
	};
}
