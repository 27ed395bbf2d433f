import { twoSidedNormalPValue } from '../distributions/normal.ts';
import { fisherInterval } from './fisher-interval.ts';
import { asTable } from './weighted-pairs.ts';
import type { PairTable, WeightedPairs } from './weighted-pairs.ts';

/**
 * Kendall's τ-b of rows or of counted pairs in O(n log n), with the normal test (tie-corrected
 * variance, no continuity correction) and the interval on Fisher's z scale with variance
 * 0.437/(n − 4). Whole-number counts stay exact up to about 10⁸ cases.
 * @returns tau null when n < 2 or a variable is constant; pValue null when n < 3; interval null
 * when n < 5 or τ = ±1
 * Sources: Kendall & Gibbons (1990), ch. 3–5; Fieller, Hartley & Pearson (1957); Bonett & Wright
 * (2000). As R cor.test(exact = FALSE) and scipy's asymptotic method.
 */
export function kendallTauB(pairs: WeightedPairs | PairTable, confidence = 0.95) {
	const table = asTable(pairs);
	return kendallTauBOf(
		{
			n: table.total,
			concordance: concordantMinusDiscordant(table),
			x: tieSums(table.x.counts),
			y: tieSums(table.y.counts)
		},
		confidence
	);
}

/** What τ-b needs to know of equal values: sums over the distinct values, each held by t cases. */
export interface TieSums {
	/** Σ t(t − 1)/2 */
	readonly pairs: number;
	/** Σ t(t − 1)(2t + 5) */
	readonly linear: number;
	/** Σ t(t − 1)(t − 2) */
	readonly triples: number;
}

export interface KendallSums {
	readonly n: number;
	/** Concordant less discordant pairs. */
	readonly concordance: number;
	readonly x: TieSums;
	readonly y: TieSums;
}

/** The same from sums counted elsewhere. */
export function kendallTauBOf({ n, concordance, x, y }: KendallSums, confidence = 0.95) {
	const all = (n * (n - 1)) / 2;
	const spread = Math.sqrt((all - x.pairs) * (all - y.pairs));
	const tau = n < 2 || spread === 0 ? null : Math.min(1, Math.max(-1, concordance / spread));
	if (tau === null || n < 3) return { tau, pValue: null, n, interval: null };
	const variance =
		(n * (n - 1) * (2 * n + 5) - x.linear - y.linear) / 18 +
		(2 * x.pairs * y.pairs) / (n * (n - 1)) +
		(x.triples * y.triples) / (9 * n * (n - 1) * (n - 2));
	return {
		tau,
		pValue: twoSidedNormalPValue(concordance / Math.sqrt(variance)),
		n,
		interval: fisherInterval(tau, 0.437 / (n - 4), confidence)
	};
}

/**
 * Walks the cells by ascending x; a Fenwick tree over y holds the counts of all cells with smaller
 * x, so each cell meets those below it (concordant) and above it (discordant) in log time. Cells of
 * the same x enter the tree together, after all of them were judged.
 */
function concordantMinusDiscordant({ xRank, yRank, counts, y }: PairTable): number {
	const tree = new Float64Array(y.values.length + 1);
	const upTo = (rank: number): number => {
		let total = 0;
		for (let node = rank; node > 0; node -= node & -node) total += tree[node]!;
		return total;
	};
	let entered = 0;
	let score = 0;
	let next = 0;
	counts.forEach((count, cell) => {
		for (; xRank[next]! < xRank[cell]!; next++) {
			for (let node = yRank[next]! + 1; node < tree.length; node += node & -node)
				tree[node]! += counts[next]!;
			entered += counts[next]!;
		}
		const rank = yRank[cell]!;
		score += count * (upTo(rank) - (entered - upTo(rank + 1)));
	});
	return score;
}

export function tieSums(counts: ArrayLike<number>): TieSums {
	let [pairs, linear, triples] = [0, 0, 0];
	for (let i = 0; i < counts.length; i++) {
		const t = counts[i]!;
		pairs += (t * (t - 1)) / 2;
		linear += t * (t - 1) * (2 * t + 5);
		triples += t * (t - 1) * (t - 2);
	}
	return { pairs, linear, triples };
}
