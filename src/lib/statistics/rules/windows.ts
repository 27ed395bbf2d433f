/**
 * Positions (1-based) at which a window of `length` points is complete and satisfies a condition:
 * the completing point of a pattern and every later one for which the pattern still holds.
 */
export function completedAt<T>(
	points: readonly T[],
	length: number,
	holds: (window: readonly T[]) => boolean
): readonly number[] {
	return points.flatMap((_, end) =>
		end + 1 >= length && holds(points.slice(end + 1 - length, end + 1)) ? [end + 1] : []
	);
}

/** All positions of every window that satisfies a condition: the whole pattern, ascending. */
export function coveredBy<T>(
	points: readonly T[],
	length: number,
	holds: (window: readonly T[]) => boolean
): readonly number[] {
	const covered = new Set(
		completedAt(points, length, holds).flatMap((end) =>
			Array.from({ length }, (_, back) => end - back)
		)
	);
	return [...covered].sort((a, b) => a - b);
}

/** Signs of the steps of a series: −1 falling, 0 equal, 1 rising; one fewer than values. */
export function steps(values: readonly number[]): readonly number[] {
	return values.slice(1).map((value, i) => Math.sign(value - values[i]!));
}

/** Whether all entries are 1 or all are −1. */
export function oneWay(signs: readonly number[]): boolean {
	return signs.every((sign) => sign !== 0 && sign === signs[0]);
}
