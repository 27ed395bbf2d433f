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
 * Groups pairs in O(n log n): everything the correlations need, in one form for rows and cells.
 * Several correlations of the same pairs can share one table.
 * @throws RangeError when lengths differ or a value is not finite or a count is negative
 */
export function pairTable(pairs: WeightedPairs): PairTable {
	const { x, y, n } = counted(pairs);
	const xMargin = emptyMargin(x);
	const yMargin = emptyMargin(y);
	const width = yMargin.values.length;
	// One number a pair, so that the engine's own numeric sort does the grouping.
	const keys = new Float64Array(x.length);
	for (let i = 0; i < keys.length; i++)
		keys[i] = indexIn(xMargin.values, x[i]!) * width + indexIn(yMargin.values, y[i]!);
	const cells = distinct(keys);
	const counts = new Float64Array(cells.length);
	for (let i = 0; i < keys.length; i++) counts[indexIn(cells, keys[i]!)]! += n ? n[i]! : 1;
	const xRank = Uint32Array.from(cells, (key) => Math.floor(key / width));
	const yRank = Uint32Array.from(cells, (key) => key % width);
	let total = 0;
	counts.forEach((count, cell) => {
		xMargin.counts[xRank[cell]!]! += count;
		yMargin.counts[yRank[cell]!]! += count;
		total += count;
	});
	return { total, x: xMargin, y: yMargin, xRank, yRank, counts };
}

/** A table as it is; rows or cells grouped first. */
export function asTable(pairs: WeightedPairs | PairTable): PairTable {
	return 'xRank' in pairs ? pairs : pairTable(pairs);
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
	// Copied by loops: Float64Array.from with a function takes seconds for a million rows.
	const kept = [x, y, n ?? []].map(({ length }) => new Float64Array(length));
	const [keptX, keptY, keptN] = kept as [Float64Array, Float64Array, Float64Array];
	let length = 0;
	for (let i = 0; i < x.length; i++) {
		const count = n ? n[i]! : 1;
		if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]) || !(count >= 0))
			throw new RangeError(`pair ${i} is (${x[i]}, ${y[i]}) × ${count}`);
		if (count === 0) continue;
		keptX[length] = x[i]!;
		keptY[length] = y[i]!;
		if (n) keptN[length] = count;
		length++;
	}
	return {
		x: keptX.subarray(0, length),
		y: keptY.subarray(0, length),
		n: n ? keptN.subarray(0, length) : undefined
	};
}

function emptyMargin(column: Float64Array): Margin {
	const values = distinct(column);
	return { values, counts: new Float64Array(values.length) };
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
