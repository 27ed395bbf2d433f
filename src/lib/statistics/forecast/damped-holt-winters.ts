import { mean } from '../sum.ts';
import type { ForecastPath } from './forecast-path.ts';

interface Weights {
	readonly level: number;
	readonly trend: number;
	readonly season: number;
	/** What is left of the trend after each step, 0–1. */
	readonly damping: number;
}

interface States {
	readonly level: number;
	readonly trend: number;
	readonly seasonal: readonly number[];
}

/**
 * Additive Holt–Winters with a damped trend, its weights chosen to make the sum of squared one-step
 * errors least (a grid, then ever smaller steps), for series too short for more.
 * Source: Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, § 8.3, in the
 * error-correction form of § 8.5 (ETS(A,Ad,A)); errors of predictions from § 8.7.
 * @returns null with less than two seasons
 */
export function dampedHoltWinters(
	values: readonly number[],
	period: number,
	horizon: number
): ForecastPath | null {
	const n = values.length;
	if (n < 2 * period || period < 2) return null;
	const start = initialStates(values, period);
	const weights = bestWeights((tried) => smooth(values, period, start, tried).sse);
	const end = smooth(values, period, start, weights);
	const { level, trend, season, damping } = weights;
	// The season's first states and the rest of what was estimated cost degrees of freedom.
	const variance = end.sse / Math.max(1, n - period - 5);
	const point: number[] = [];
	const error: number[] = [];
	let [carried, spread] = [0, 1];
	for (let h = 1; h <= horizon; h++) {
		carried += damping ** h;
		point.push(end.level + carried * end.trend + end.seasonal[(h - 1) % period]!);
		error.push(Math.sqrt(variance * spread));
		spread += (level + trend * carried + (h % period === 0 ? season : 0)) ** 2;
	}
	return { point, error };
}

/** Level and trend from the means of the first two seasons; each season's place from all seasons. */
function initialStates(values: readonly number[], period: number): States {
	const first = mean(values.slice(0, period));
	const trend = (mean(values.slice(period, 2 * period)) - first) / period;
	const line = (t: number): number => first + trend * (t - (period - 1) / 2);
	const raw = Array.from({ length: period }, (_, place) =>
		mean(values.map((value, t) => value - line(t)).filter((_, t) => t % period === place))
	);
	const center = mean(raw);
	return { level: line(-1), trend, seasonal: raw.map((value) => value - center) };
}

function smooth(values: readonly number[], period: number, start: States, weights: Weights) {
	let { level, trend } = start;
	let sse = 0;
	const seasonal = [...start.seasonal];
	values.forEach((value, t) => {
		const season = seasonal[t]!;
		const carried = weights.damping * trend;
		const miss = value - level - carried - season;
		level += carried + weights.level * miss;
		trend = carried + weights.trend * miss;
		seasonal.push(season + weights.season * miss);
		sse += miss * miss;
	});
	return { level, trend, seasonal: seasonal.slice(seasonal.length - period), sse };
}

function bestWeights(loss: (weights: Weights) => number): Weights {
	let best: Weights = { level: 0.1, trend: 0, season: 0.05, damping: 0.9 };
	let least = loss(best);
	const attempt = (tried: Weights): boolean => {
		const value = loss(tried);
		if (!(value < least)) return false;
		[best, least] = [tried, value];
		return true;
	};
	for (const level of [0.05, 0.2, 0.5])
		for (const trend of [0, 0.05])
			for (const season of [0, 0.2])
				for (const damping of [0.8, 0.95]) attempt({ level, trend, season, damping });
	for (let step = 0.08; step > 0.004; step /= 2)
		for (const name of ['level', 'trend', 'season', 'damping'] as const)
			for (const sign of [1, -1]) while (attempt(moved(best, name, sign * step)));
	return best;
}

/** Weights stay where errors die out: 0 ≤ trend ≤ level ≤ 1, 0 ≤ season ≤ 1 − level. */
function moved(weights: Weights, name: keyof Weights, by: number): Weights {
	const next = { ...weights, [name]: weights[name] + by };
	const level = between(next.level, 0.001, 0.99);
	return {
		level,
		trend: between(next.trend, 0, level),
		season: between(next.season, 0, 1 - level),
		damping: between(next.damping, 0.8, 0.98)
	};
}

function between(value: number, low: number, high: number): number {
	return Math.min(high, Math.max(low, value));
}
