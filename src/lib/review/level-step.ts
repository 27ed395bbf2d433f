import { median } from '#lib/statistics/testing/median.ts';

/** So many months a level must have lasted to be the usual one, and as many before it. */
const monthsOfLevel = 7;
/** So many of the months of a level lie on its own side: three months gone wrong are no level. */
const ownSide = 0.8;
/** Standard errors of the difference of medians: many places are looked at. */
const farApart = 5;

/**
 * Where a series moved to another level and stayed: the place after which the residuals differ most, by
 * medians, so that a few months out of the ordinary are no new level. Null where nothing is far enough apart.
 */
export function levelStep(residuals: readonly number[], places: readonly number[]): number | null {
	let best: { readonly at: number; readonly parted: number; readonly z: number } | null = null;
	for (let cut = monthsOfLevel; cut <= residuals.length - monthsOfLevel; cut++) {
		const [one, other] = [residuals.slice(0, cut), residuals.slice(cut)];
		const [low, high] = [middle(one), middle(other)];
		const rest = [...one.map((r) => Math.abs(r - low)), ...other.map((r) => Math.abs(r - high))];
		const sigma = 1.4826 * middle(rest);
		const error = 1.2533 * sigma * Math.sqrt(1 / one.length + 1 / other.length);
		const z = error > 0 ? Math.abs(high - low) / error : 0;
		const [before, after] = [one, other].map((side, second) => {
			const above = side.filter((value) => value > (low + high) / 2).length;
			return (second === 1) === high > low ? above : side.length - above;
		}) as [number, number];
		const isParted = before >= ownSide * one.length && after >= ownSide * other.length;
		if (!isParted || z <= farApart) continue;
		// Medians hardly feel one month: it began where most months lie on their own side.
		const parted = before + after;
		if (!best || parted > best.parted || (parted === best.parted && z > best.z))
			best = { at: places[cut]!, parted, z };
	}
	return best?.at ?? null;
}

function middle(values: readonly number[]): number {
	return median(values.toSorted((a, b) => a - b)) ?? 0;
}
