/** Median of ascending values; null for none. */
export function median(sorted: ArrayLike<number>): number | null {
	const middle = sorted.length >> 1;
	if (sorted.length === 0) return null;
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
