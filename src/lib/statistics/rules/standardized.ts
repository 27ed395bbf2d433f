import { isAbove, sideOf } from '../control/beyond.ts';

/** Values with the centre line and the standard deviation of one value. */
export interface CenteredSeries {
	readonly values: readonly number[];
	readonly centerLine: number;
	readonly sigma: number;
}

/** (x − centre)/sigma, exactly 0 on the line, so that rounding cannot put a point on a side. */
export function standardized({ values, centerLine, sigma }: CenteredSeries): readonly number[] {
	return values.map((value) =>
		sideOf(value, centerLine) === 0 ? 0 : (value - centerLine) / sigma
	);
}

/**
 * At least `count` points of the window beyond `width` sigmas on one side, its last point among
 * them; points further out count too.
 */
export function beyondTogether(count: number, width: number) {
	return (window: readonly number[]): boolean => {
		const side = Math.sign(window.at(-1) ?? 0);
		const beyond = (z: number): boolean => isAbove(z * side, width);
		return beyond(window.at(-1) ?? 0) && window.filter(beyond).length >= count;
	};
}
