/**
 * Local straight line through evenly spaced values at a position, with tricube weights over the
 * points `from`..`to` (0-based, both included).
 * Source: Cleveland et al. (1990), STL, the Fortran routine `est`, degree 1.
 * @returns null when no point has a weight
 */
export function loessAt(
	values: ArrayLike<number>,
	position: number,
	window: number,
	from: number,
	to: number
): number | null {
	const n = values.length;
	let reach = Math.max(position - from, to - position);
	// A window longer than the series flattens the weights.
	if (window > n) reach += Math.floor((window - n) / 2);
	let [total, center] = [0, 0];
	const weights = Array.from({ length: to - from + 1 }, (_, i) => {
		const distance = Math.abs(from + i - position);
		if (distance > 0.999 * reach) return 0;
		return distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
	});
	weights.forEach((weight, i) => {
		total += weight;
		center += weight * (from + i);
	});
	if (total <= 0) return null;
	center /= total;
	let spread = 0;
	weights.forEach((weight, i) => (spread += (weight / total) * (from + i - center) ** 2));
	const sloped = reach > 0 && Math.sqrt(spread) > 0.001 * (n - 1);
	const slope = sloped ? (position - center) / spread : 0;
	return weights.reduce(
		(sum, weight, i) =>
			sum + (weight / total) * (slope * (from + i - center) + 1) * values[from + i]!,
		0
	);
}

/** Loess at every point of a series, each with its `window` nearest points. */
export function loess(values: ArrayLike<number>, window: number): Float64Array {
	const n = values.length;
	const last = Math.max(0, n - window);
	return Float64Array.from({ length: n }, (_, i) => {
		const from = Math.min(last, Math.max(0, i - Math.floor((window - 1) / 2)));
		const to = Math.min(n - 1, from + window - 1);
		return loessAt(values, i, window, from, to) ?? values[i]!;
	});
}
