import { loess, loessAt } from './loess.ts';

export interface StlOptions {
	/** length of a season, ≥ 2; the values must cover at least two */
	readonly period: number;
	/** odd; how quickly the season may change */
	readonly seasonalWindow: number;
	/** odd; how quickly the trend may change */
	readonly trendWindow: number;
	/** odd; usually the least odd number ≥ period */
	readonly lowPassWindow: number;
	readonly innerIterations: number;
}

/**
 * Splits a series into season, trend and remainder by loess; all loess of degree 1 at every point,
 * not robust.
 * Source: Cleveland, Cleveland, McRae & Terpenning (1990), Journal of Official Statistics 6:3.
 */
export function stl(values: readonly number[], options: StlOptions) {
	const n = values.length;
	const { period } = options;
	let seasonal: Float64Array = new Float64Array(n);
	let trend: Float64Array = new Float64Array(n);
	for (let pass = 0; pass < options.innerIterations; pass++) {
		const cycles = smoothCycles(
			values.map((value, t) => value - trend[t]!),
			period,
			options.seasonalWindow
		);
		const filtered = movingAverage(movingAverage(movingAverage(cycles, period), period), 3);
		const low = loess(filtered, options.lowPassWindow);
		seasonal = low.map((level, t) => cycles[period + t]! - level);
		trend = loess(
			values.map((value, t) => value - seasonal[t]!),
			options.trendWindow
		);
	}
	return {
		seasonal: Array.from(seasonal),
		trend: Array.from(trend),
		remainder: values.map((value, t) => value - seasonal[t]! - trend[t]!)
	};
}

/** Smooths all Januaries, all Februaries …, each carried one period beyond both ends. */
function smoothCycles(values: readonly number[], period: number, window: number): Float64Array {
	const smooth = new Float64Array(values.length + 2 * period);
	for (let phase = 0; phase < period; phase++) {
		const cycle = values.filter((_, t) => t % period === phase);
		const last = cycle.length - 1;
		const before = loessAt(cycle, -1, window, 0, Math.min(window - 1, last)) ?? cycle[0]!;
		const after = loessAt(cycle, last + 1, window, Math.max(0, last - window + 1), last);
		[before, ...loess(cycle, window), after ?? cycle[last]!].forEach((value, k) => {
			smooth[phase + k * period] = value;
		});
	}
	return smooth;
}

/** Means of all stretches of `length`; that many minus one fewer than values. */
function movingAverage(values: Float64Array, length: number): Float64Array {
	const means = new Float64Array(values.length - length + 1);
	let sum = 0;
	values.forEach((value, i) => {
		sum += value - (i >= length ? values[i - length]! : 0);
		if (i >= length - 1) means[i - length + 1] = sum / length;
	});
	return means;
}
