import { mean } from '../sum.ts';

/** Upper limit of a range of two over its mean: D₄ for n = 2. */
const SCREEN_FACTOR = 3.267;

/** |xᵢ − xᵢ₋₁| of neighbours in the list given; one fewer than values. */
export function movingRanges(values: readonly number[]): readonly number[] {
	return values.slice(1).map((value, i) => Math.abs(value - values[i]!));
}

/**
 * Mean of moving ranges; with `screen`, ranges of at least 3.267 × their mean are dropped once and
 * the mean taken again, 0 when none is left (all were 0).
 * Source: Nelson (1982), Journal of Quality Technology 14:172.
 * @returns null when there is no range
 */
export function meanRange(ranges: readonly number[], screen = false): number | null {
	if (ranges.length === 0) return null;
	const first = mean(ranges);
	if (!screen) return first;
	const kept = ranges.filter((range) => range < SCREEN_FACTOR * first);
	return kept.length === 0 ? 0 : mean(kept);
}
