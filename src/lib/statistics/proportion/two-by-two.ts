/** Successes and trials of two independent groups; 0 ≤ x ≤ n. */
export interface TwoByTwo {
	readonly x1: number;
	readonly n1: number;
	readonly x2: number;
	readonly n2: number;
}

/** Throws where a group has more successes than trials: a bug of the caller. */
export function assertTwoByTwo({ x1, n1, x2, n2 }: TwoByTwo): void {
	if (!(x1 >= 0 && x1 <= n1 && x2 >= 0 && x2 <= n2))
		throw new RangeError(`${x1} successes of ${n1} against ${x2} of ${n2}`);
}
