import type { PairTable } from './weighted-pairs.ts';

/**
 * Correlation of scores given to the distinct values of a table (the values themselves, or their
 * ranks), in two passes around the means so that large values keep their digits.
 * @returns −1..1; null when there are fewer than two cases or a variable does not vary
 */
export function weightedCorrelation(
	table: PairTable,
	xScores: Float64Array,
	yScores: Float64Array
): number | null {
	const { total, counts, xRank, yRank } = table;
	if (total < 2 || xScores.length < 2 || yScores.length < 2) return null;
	const xMean = weightedMean(xScores, table.x.counts, total);
	const yMean = weightedMean(yScores, table.y.counts, total);
	let together = 0;
	counts.forEach((count, cell) => {
		together += count * (xScores[xRank[cell]!]! - xMean) * (yScores[yRank[cell]!]! - yMean);
	});
	const spread = Math.sqrt(
		squares(xScores, table.x.counts, xMean) * squares(yScores, table.y.counts, yMean)
	);
	return Math.min(1, Math.max(-1, together / spread));
}

function weightedMean(scores: Float64Array, counts: Float64Array, total: number): number {
	return scores.reduce((sum, score, i) => sum + score * counts[i]!, 0) / total;
}

function squares(scores: Float64Array, counts: Float64Array, mean: number): number {
	return scores.reduce((sum, score, i) => sum + counts[i]! * (score - mean) ** 2, 0);
}
