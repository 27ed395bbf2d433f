/** Sum of numbers; 0 for none. */
export function sum(values: ArrayLike<number>): number {
	let total = 0;
	for (let i = 0; i < values.length; i++) total += values[i]!;
	return total;
}

/** Arithmetic mean; NaN for none, so that callers decide what "no value" means. */
export function mean(values: ArrayLike<number>): number {
	return sum(values) / values.length;
}
