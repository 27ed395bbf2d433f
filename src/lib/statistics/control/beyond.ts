/**
 * Whether a value lies strictly beyond a limit, leaving out differences of the last digits only: a
 * series of equal values has a mean that may differ from them by rounding and must not signal.
 */
export function isAbove(value: number, limit: number): boolean {
	return value - limit > 1e-12 * Math.abs(limit);
}

/** See `isAbove`. */
export function isBelow(value: number, limit: number): boolean {
	return isAbove(-value, -limit);
}

/** −1 below, 1 above, 0 on the line. */
export function sideOf(value: number, line: number): -1 | 0 | 1 {
	return isAbove(value, line) ? 1 : isBelow(value, line) ? -1 : 0;
}

/** 1-based positions at which a condition holds. */
export function positions<T>(
	entries: readonly T[],
	holds: (entry: T, index: number) => boolean
): readonly number[] {
	return entries.flatMap((entry, index) => (holds(entry, index) ? [index + 1] : []));
}
