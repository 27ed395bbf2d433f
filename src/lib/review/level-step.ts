import { median } from '#lib/statistics/testing/median.ts';

/** So many months a level must have lasted to be the usual one, and as many before it. */
export const monthsOfLevel = 7;
/** So many of the months of a level lie on its own side: three months gone wrong are no level. */
const ownSide = 0.8;
/** Standard errors of the difference of medians: many places are looked at. */
const farApart = 5;

/**
 * Where a series moved to another level and stayed: the place after which the residuals differ most, by
 * medians, so that a few months out of the ordinary are no new level. Null where nothing is far enough apart.
 */
export function levelStep(residuals: readonly number[], places: readonly number[]): number | null {
	let best: { readonly at: number; readonly z: number } | null = null;
	for (let cut = monthsOfLevel; cut <= residuals.length - monthsOfLevel; cut++) {
		const [one, other] = [residuals.slice(0, cut), residuals.slice(cut)];
		const [low, high] = [middle(one), middle(other)];
		if (!isParted(one, other, (low + high) / 2, high > low)) continue;
		const rest = [...one.map((r) => Math.abs(r - low)), ...other.map((r) => Math.abs(r - high))];
		const sigma = 1.4826 * middle(rest);
		const error = 1.2533 * sigma * Math.sqrt(1 / one.length + 1 / other.length);
		const z = error > 0 ? Math.abs(high - low) / error : 0;
		if (z > (best?.z ?? farApart)) best = { at: places[cut]!, z };
	}
	return best?.at ?? null;
}

function isParted(
	one: readonly number[],
	other: readonly number[],
	between: number,
	rises: boolean
): boolean {
	const above = (values: readonly number[]): number =>
		values.filter((value) => value > between).length / values.length;
	const [before, after] = [above(one), above(other)];
	return rises
		? before <= 1 - ownSide && after >= ownSide
		: before >= ownSide && after <= 1 - ownSide;
}

function middle(values: readonly number[]): number {
	return median(values.toSorted((a, b) => a - b)) ?? 0;
}
