/**
 * Cases that share one value y, for instance one score: how many, and what their x add up to. Ranks are
 * mid-ranks of x among the cases of all groups.
 */
export interface GroupSums {
	readonly y: number;
	/** > 0. */
	readonly n: number;
	readonly least: number;
	readonly most: number;
	readonly mean: number;
	/** Σ(x − mean)² within the group. */
	readonly squares: number;
	readonly rankSum: number;
	readonly rankSquareSum: number;
}

/**
 * Pearson's r and Spearman's ρ from sums by the value of y: as many numbers as y has values, whatever
 * the number of cases. Sums around means combine without loss of digits (Chan, Golub & LeVeque 1983);
 * mid-ranks of y follow from the sizes of the groups.
 * @returns null where there are fewer than two cases or a variable does not vary
 */
export function correlationsOfGroups(groups: readonly GroupSums[]): {
	readonly n: number;
	readonly r: number | null;
	readonly rho: number | null;
} {
	const ascending = groups.toSorted((a, b) => a.y - b.y);
	const n = ascending.reduce((sum, group) => sum + group.n, 0);
	const least = Math.min(...ascending.map((group) => group.least));
	const most = Math.max(...ascending.map((group) => group.most));
	if (n < 2 || ascending.length < 2 || !(least < most)) return { n, r: null, rho: null };

	const middle = (n + 1) / 2;
	let [xMean, yMean] = [0, 0];
	for (const group of ascending) {
		xMean += (group.n * group.mean) / n;
		yMean += (group.n * group.y) / n;
	}
	const values = { x: 0, y: 0, together: 0 };
	const ranks = { x: -n * middle * middle, y: 0, together: 0 };
	let before = 0;
	for (const group of ascending) {
		const [x, y] = [group.mean - xMean, group.y - yMean];
		values.x += group.squares + group.n * x * x;
		values.y += group.n * y * y;
		values.together += group.n * x * y;
		const rank = before + (group.n + 1) / 2 - middle;
		ranks.x += group.rankSquareSum;
		ranks.y += group.n * rank * rank;
		ranks.together += rank * (group.rankSum - group.n * middle);
		before += group.n;
	}
	return { n, r: correlation(values), rho: correlation(ranks) };
}

function correlation({ x, y, together }: { x: number; y: number; together: number }): number {
	return Math.min(1, Math.max(-1, together / Math.sqrt(x * y)));
}
