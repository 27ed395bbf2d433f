import { twoSidedNormalPValue } from '#lib/statistics/distributions/normal.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';

/** Cases a word is in: of those selected, and of the others. */
export interface WordCounts {
	readonly word: string;
	readonly inside: number;
	readonly outside: number;
}

export interface DistinctiveWord extends WordCounts {
	/** Difference of the log-odds, shrunk by the prior; above 0: more usual in the selection. */
	readonly logOdds: number;
	readonly z: number;
	/** P value of z, adjusted over all words (Benjamini–Hochberg). */
	readonly adjusted: number;
}

/**
 * The prior weighs a tenth of all mentions, a thousand at the least, spread as the words are over both
 * parts: less, and a word never used outside would be called hundreds of times as usual.
 */
const priorShare = 0.1;
const leastPrior = 1000;

/**
 * Words that tell a selection from the rest: log-odds ratio with an informative Dirichlet prior and its
 * z-score. A word counts once a case. With mentions i and j of a word, all mentions n and m, the prior's
 * a = a₀ (i + j) / (n + m):
 * δ = ln((i + a) / (n + a₀ − i − a)) − ln((j + a) / (m + a₀ − j − a)), variance 1 / (i + a) + 1 / (j + a).
 * Source: Monroe, Colaresi & Quinn (2008), Fightin' Words, Political Analysis 16, eq. 16, 20–22.
 *
 * @param prior a₀
 * @returns in the order given; nothing where one part has no mention
 */
export function distinctiveWords(
	words: readonly WordCounts[],
	prior = priorOf(words)
): DistinctiveWord[] {
	const n = words.reduce((sum, { inside }) => sum + inside, 0);
	const m = words.reduce((sum, { outside }) => sum + outside, 0);
	if (n === 0 || m === 0) return [];
	const scored = words.map(({ word, inside, outside }) => {
		const a = (prior * (inside + outside)) / (n + m);
		const logOdds =
			Math.log((inside + a) / (n + prior - inside - a)) -
			Math.log((outside + a) / (m + prior - outside - a));
		const z = logOdds / Math.sqrt(1 / (inside + a) + 1 / (outside + a));
		return { word, inside, outside, logOdds, z };
	});
	const { adjusted } = benjaminiHochberg(
		scored.map(({ z }) => twoSidedNormalPValue(z)),
		0.05
	);
	return scored.map((word, at) => ({ ...word, adjusted: adjusted[at] ?? 1 }));
}

function priorOf(words: readonly WordCounts[]): number {
	const mentions = words.reduce((sum, { inside, outside }) => sum + inside + outside, 0);
	return Math.max(leastPrior, priorShare * mentions);
}
