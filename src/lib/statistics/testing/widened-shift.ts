import { twoSidedTQuantile } from '../distributions/student-t.ts';
import { sum } from '../sum.ts';

/** Cases of one period on a grid of whole numbers, ascending; Infinity is longer than all others. */
export interface GridCounts {
	readonly at: readonly number[];
	/** > 0 */
	readonly counts: readonly number[];
}

export interface WidenedShift {
	/** Hodges–Lehmann: median of all differences after − before, in steps of the grid; ±Infinity possible. */
	readonly shift: number;
	readonly lower: number;
	readonly upper: number;
	readonly df: number;
	/** Scatter of the mean ranks of the periods over what their cases alone give; never below 1. */
	readonly dispersion: number;
	/** Pairs in which the later one is longer, plus half the ties. */
	readonly u: number;
}

/**
 * Mann–Whitney with the Hodges–Lehmann shift of cases that come in periods: where months are good or bad as a
 * whole, cases are not independent, so the tie-corrected standard deviation of U is widened by √φ, φ = mean
 * square of the ranks between the periods of a phase over that within phases, never below 1; t with k − 2
 * degrees of freedom for k periods. The interval holds the differences whose rank lies within it. Counts on a
 * grid: a million cases cost what its steps cost.
 * Sources: Hollander, Wolfe & Chicken (2014), § 4.3; ranks of clusters as Rosner, Glynn & Lee (2003),
 * Biometrics 59:1089 (their variance, by the mean square of ranks).
 * @returns null with an empty phase, fewer than three periods or all cases alike
 */
export function widenedShift(
	before: readonly GridCounts[],
	after: readonly GridCounts[],
	confidence = 0.95
): WidenedShift | null {
	const df = before.length + after.length - 2;
	const [first, second] = [pooled(before), pooled(after)];
	const [m, n] = [sum(first.counts), sum(second.counts)];
	if (df < 1 || m === 0 || n === 0) return null;
	const both = pooled([first, second]);
	const ties = sum(both.counts.map((tied) => tied ** 3 - tied));
	const variance = ((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1)));
	if (!(variance > 0)) return null;
	const dispersion = Math.max(1, rankDispersion([before, after], both, df));
	const half = twoSidedTQuantile(confidence, df) * Math.sqrt(variance * dispersion);
	const pairs = m * n;
	const rank = Math.max(1, Math.floor(pairs / 2 - half));
	const at = (wanted: number): number => differenceAt(first, second, wanted);
	return {
		shift: between(at(Math.ceil(pairs / 2)), at(Math.floor(pairs / 2) + 1)),
		lower: at(rank),
		upper: at(pairs + 1 - rank),
		df,
		dispersion,
		u: pairs - (differencesUpTo(first, second, 0) + differencesUpTo(first, second, -1)) / 2
	};
}

function between(one: number, other: number): number {
	return one === other ? one : (one + other) / 2;
}

/** Periods together, ascending. */
function pooled(periods: readonly GridCounts[]): GridCounts {
	const counts = new Map<number, number>();
	for (const period of periods)
		period.at.forEach((value, i) =>
			counts.set(value, (counts.get(value) ?? 0) + period.counts[i]!)
		);
	const at = [...counts.keys()].sort((a, b) => (a === b ? 0 : a < b ? -1 : 1));
	return { at, counts: at.map((value) => counts.get(value)!) };
}

function rankDispersion(
	phases: readonly (readonly GridCounts[])[],
	both: GridCounts,
	df: number
): number {
	const rankOf = new Map<number, number>();
	let below = 0;
	both.at.forEach((value, i) => {
		rankOf.set(value, below + (both.counts[i]! + 1) / 2);
		below += both.counts[i]!;
	});
	let [squaresBetween, squares, cases, periods] = [0, 0, 0, 0];
	for (const phase of phases) {
		const means = phase.map(({ at, counts }) => {
			const total = sum(at.map((value, i) => rankOf.get(value)! * counts[i]!));
			return { n: sum(counts), total };
		});
		const mean = sum(means.map(({ total }) => total)) / sum(means.map(({ n }) => n));
		for (const { n, total } of means) squaresBetween += n * (total / n - mean) ** 2;
		for (const { at, counts } of phase)
			squares += sum(at.map((value, i) => counts[i]! * (rankOf.get(value)! - mean) ** 2));
		cases += sum(means.map(({ n }) => n));
		periods += phase.length;
	}
	const freeWithin = cases - periods;
	const within = (squares - squaresBetween) / freeWithin;
	return freeWithin > 0 && within > 0 ? squaresBetween / within / df : 1;
}

/** Pairs with after − before ≤ d. An open case against an open one counts as no difference. */
function differencesUpTo(first: GridCounts, second: GridCounts, d: number): number {
	let [below, at, total] = [sum(first.counts), 0, 0];
	// Before-values ≥ after − d: as the after-values rise, fewer of them are left.
	second.at.forEach((value, j) => {
		const needed = value === Infinity ? (d >= 0 ? Infinity : NaN) : value - d;
		while (at < first.at.length && !(first.at[at]! >= needed)) below -= first.counts[at++]!;
		total += second.counts[j]! * below;
	});
	return total;
}

/** The difference of this rank, 1 the smallest. */
function differenceAt(first: GridCounts, second: GridCounts, rank: number): number {
	const finite = [...first.at, ...second.at].filter(Number.isFinite);
	const widest = Math.max(...finite, 0) - Math.min(...finite, 0);
	let [low, high] = [-widest - 1, widest + 1];
	if (differencesUpTo(first, second, high) < rank) return Infinity;
	if (differencesUpTo(first, second, low) >= rank) return -Infinity;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (differencesUpTo(first, second, middle) >= rank) high = middle;
		else low = middle;
	}
	return high;
}
