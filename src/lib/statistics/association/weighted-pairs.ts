/**
 * Pairs (x, y), each standing for n cases: one row a case (n left out) or one row a distinct pair
 * with its count, as a query groups them. A million cases then cost what their distinct pairs cost.
 * Values must be finite; rows with n = 0 are left out.
 */
export interface WeightedPairs {
	readonly x: ArrayLike<number>;
	readonly y: ArrayLike<number>;
	readonly n?: ArrayLike<number>;
}

/** One variable of a table of pairs: its distinct values, ascending, and how many cases hold each. */
export interface Margin {
	readonly values: Float64Array;
	readonly counts: Float64Array;
}

/**
 * The distinct pairs, ascending by x and then y, with their counts.
 * `xRank` and `yRank` are positions in the margins.
 */
export interface PairTable {
	readonly total: number;
	readonly x: Margin;
	readonly y: Margin;
	readonly xRank: Uint32Array;
	readonly yRank: Uint32Array;
	readonly counts: Float64Array;
}

/**
 * Groups pairs in O(n log n): everything the rank correlations need, in one form for rows and cells.
 * @throws RangeError when lengths differ or a value is not finite or a count is negative
 */
export function pairTable(pairs: WeightedPairs): PairTable {
	const { x, y, n } = counted(pairs);
	const xValues = distinct(x);
	const yValues = distinct(y);
	// One number a pair, so that the engine's own numeric sort does the grouping.
	const keys = Float64Array.from(
		x,
		(value, i) => indexIn(xValues, value) * yValues.length + indexIn(yValues, y[i]!)
	);
	const cells = distinct(keys);
	const counts = new Float64Array(cells.length);
	keys.forEach((key, i) => (counts[indexIn(cells, key)]! += n[i]!));
	const xRank = Uint32Array.from(cells, (key) => Math.floor(key / yValues.length));
	const yRank = Uint32Array.from(cells, (key) => key % yValues.length);
	const xCounts = new Float64Array(xValues.length);
	const yCounts = new Float64Array(yValues.length);
	let total = 0;
	counts.forEach((count, cell) => {
		xCounts[xRank[cell]!]! += count;
		yCounts[yRank[cell]!]! += count;
		total += count;
	});
	return {
		total,
		x: { values: xValues, counts: xCounts },
		y: { values: yValues, counts: yCounts },
		xRank,
		yRank,
		counts
	};
}

/** The mid-rank of every distinct value: the mean of the ranks its cases would take. */
export function midRanks({ counts }: Margin): Float64Array {
	let before = 0;
	return counts.map((count) => {
		const rank = before + (count + 1) / 2;
		before += count;
		return rank;
	});
}

function counted({ x, y, n }: WeightedPairs) {
	if (x.length !== y.length || (n && n.length !== x.length))
		throw new RangeError(`pairs of unequal length: ${x.length}, ${y.length}, ${n?.length}`);
	const kept: number[] = [];
	for (let i = 0; i < x.length; i++) {
		const count = n ? n[i]! : 1;
		if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]) || !(count >= 0))
			throw new RangeError(`pair ${i} is (${x[i]}, ${y[i]}) × ${count}`);
		if (count > 0) kept.push(i);
	}
	return {
		x: Float64Array.from(kept, (i) => x[i]!),
		y: Float64Array.from(kept, (i) => y[i]!),
		n: Float64Array.from(kept, (i) => (n ? n[i]! : 1))
	};
}

function distinct(values: Float64Array): Float64Array {
	const sorted = values.slice().sort();
	let length = 0;
	for (let i = 0; i < sorted.length; i++)
		if (i === 0 || sorted[i] !== sorted[length - 1]) sorted[length++] = sorted[i]!;
	return sorted.slice(0, length);
}

function indexIn(sorted: Float64Array, value: number): number {
	let low = 0;
	for (let high = sorted.length - 1; low < high;) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
