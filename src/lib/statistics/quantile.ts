/**
 * Quantiles by linear interpolation between order statistics, h = (n − 1)p + 1.
 * Source: Hyndman & Fan (1996), type 7; the same as R's default and DuckDB's quantile_cont.
 * @param values any order, finite, any unit
 * @param probabilities each 0..1
 * @returns one quantile a probability, in the unit of the values; null when there is no value
 */
export function quantileType7(
	values: ArrayLike<number>,
	probabilities: readonly number[]
): readonly (number | null)[] {
	const sorted = Float64Array.from(values).sort();
	return probabilities.map((p) => interpolated(sorted.length, p, (rank) => sorted[rank] ?? NaN));
}

/**
 * The same quantiles from distinct values with their counts, without writing the rows out.
 * @param values any order; a value may come more than once
 * @param counts whole numbers ≥ 0, one a value
 */
export function quantileType7OfCounts(
	values: ArrayLike<number>,
	counts: ArrayLike<number>,
	probabilities: readonly number[]
): readonly (number | null)[] {
	const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
	const last = new Float64Array(order.length);
	let total = 0;
	order.forEach((cell, i) => (last[i] = total += counts[cell]!));
	const valueAtRank = (rank: number): number => {
		let low = 0;
		for (let high = last.length - 1; low < high;) {
			const middle = (low + high) >> 1;
			if (last[middle]! > rank) high = middle;
			else low = middle + 1;
		}
		return values[order[low]!]!;
	};
	return probabilities.map((p) => interpolated(total, p, valueAtRank));
}

function interpolated(n: number, p: number, valueAtRank: (rank: number) => number): number | null {
	if (!(p >= 0 && p <= 1)) throw new RangeError(`probability ${p} is outside 0..1`);
	if (n === 0) return null;
	const position = (n - 1) * p;
	const below = Math.floor(position);
	const lower = valueAtRank(below);
	const weight = position - below;
	return weight === 0 ? lower : lower + weight * (valueAtRank(below + 1) - lower);
}
