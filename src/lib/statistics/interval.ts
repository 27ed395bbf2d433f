/** Both ends of a confidence interval, in the unit of the estimate. */
export interface Interval {
	readonly lower: number;
	readonly upper: number;
}

/** Whether the interval lies wholly on one side of zero; its side, or 0 when zero is inside. */
export function sideOfZero(interval: Interval | null): -1 | 0 | 1 {
	if (interval === null) return 0;
	return interval.lower > 0 ? 1 : interval.upper < 0 ? -1 : 0;
}
