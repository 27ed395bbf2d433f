export interface HoltWintersInput {
	readonly values: readonly number[];
	/** length of a season, ≥ 1 */
	readonly period: number;
	readonly alpha: number;
	readonly beta: number;
	readonly gamma: number;
	readonly initialLevel: number;
	readonly initialTrend: number;
	/** `period` terms; the first belongs to the first value */
	readonly initialSeasonal: readonly number[];
	readonly horizon: number;
}

/**
 * Additive Holt–Winters with fixed parameters and given states, in component form: the season is
 * updated with the level and trend of the step before (R's HoltWinters() uses the new level).
 * Source: Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, § 8.3.
 * @returns fitted one step ahead; finalSeasonal in time order, so its first term belongs to the
 * first forecast; sse of the one-step errors
 */
export function holtWinters(input: HoltWintersInput) {
	const { values, period, alpha, beta, gamma, horizon } = input;
	let [level, trend, sse] = [input.initialLevel, input.initialTrend, 0];
	const seasonal = [...input.initialSeasonal];
	const fitted = values.map((value, t) => {
		const season = seasonal[t]!;
		const expected = level + trend;
		const next = alpha * (value - season) + (1 - alpha) * expected;
		seasonal.push(gamma * (value - expected) + (1 - gamma) * season);
		trend = beta * (next - level) + (1 - beta) * trend;
		level = next;
		sse += (value - expected - season) ** 2;
		return expected + season;
	});
	const finalSeasonal = seasonal.slice(values.length);
	return {
		fitted,
		forecast: Array.from(
			{ length: horizon },
			(_, h) => level + (h + 1) * trend + finalSeasonal[h % period]!
		),
		finalLevel: level,
		finalTrend: trend,
		finalSeasonal,
		sse
	};
}
