import { quantileType7OfCounts } from '../quantile.ts';

/** A density over evenly spaced positions; it integrates to 1 over the whole line. */
export interface Density {
	readonly grid: readonly number[];
	readonly density: readonly number[];
	/** standard deviation of the kernel, in the unit of the values */
	readonly bandwidth: number;
	readonly n: number;
}

/**
 * Gaussian kernel density of counted values on a grid.
 * @param values finite, for instance log₁₀ of minutes
 * @param counts ≥ 0, one a value
 * @param grid positions to evaluate, for instance `evenGrid(0, 4, 100)`
 * @param bandwidth > 0; default `silvermanBandwidth`, or 1 % of the grid where values do not vary
 * @returns null when there is no case
 */
export function gaussianDensity(
	values: ArrayLike<number>,
	counts: ArrayLike<number>,
	grid: readonly number[],
	bandwidth = silvermanBandwidth(values, counts) ?? ((grid.at(-1) ?? 1) - (grid[0] ?? 0)) / 100
): Density | null {
	let n = 0;
	for (let i = 0; i < values.length; i++) n += counts[i]!;
	if (n === 0) return null;
	const scale = 1 / (n * bandwidth * Math.sqrt(2 * Math.PI));
	const density = grid.map((position) => {
		let height = 0;
		for (let i = 0; i < values.length; i++) {
			const distance = (position - values[i]!) / bandwidth;
			// Beyond eight deviations the kernel is below 1e-14 of its height.
			if (Math.abs(distance) < 8) height += counts[i]! * Math.exp((-distance * distance) / 2);
		}
		return height * scale;
	});
	return { grid, density, bandwidth, n };
}

/**
 * Silverman's rule of thumb 0.9 · min(s, IQR/1.34) · n^(−1/5); s alone where ties make the
 * interquartile range 0.
 * Source: Silverman (1986), eq. 3.31; R's bw.nrd0.
 * @returns null when there are fewer than two cases or the values do not vary
 */
export function silvermanBandwidth(
	values: ArrayLike<number>,
	counts: ArrayLike<number>
): number | null {
	let [n, total] = [0, 0];
	for (let i = 0; i < values.length; i++) {
		n += counts[i]!;
		total += counts[i]! * values[i]!;
	}
	let squares = 0;
	for (let i = 0; i < values.length; i++) squares += counts[i]! * (values[i]! - total / n) ** 2;
	const deviation = Math.sqrt(squares / (n - 1));
	if (!(deviation > 0)) return null;
	const [first, third] = quantileType7OfCounts(values, counts, [0.25, 0.75]);
	const range = ((third ?? 0) - (first ?? 0)) / 1.34;
	return 0.9 * (range > 0 ? Math.min(deviation, range) : deviation) * n ** -0.2;
}

/** `points` ≥ 2 evenly spaced positions, both ends included. */
export function evenGrid(from: number, to: number, points: number): readonly number[] {
	return Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
}
