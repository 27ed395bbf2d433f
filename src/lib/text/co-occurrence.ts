/** Cases that hold a pair of words, and each of them. */
export interface PairCounts {
	readonly first: string;
	readonly second: string;
	readonly together: number;
	readonly firstCases: number;
	readonly secondCases: number;
}

export interface WordPair extends PairCounts {
	/** How much more often together than by chance: 2 is twice as often. */
	readonly lift: number;
	/** Normalised pointwise mutual information: −1 never together, 0 as by chance, 1 only together. */
	readonly npmi: number;
}

/** Fewer cases together can be chance or one person. */
const fewestTogether = 10;

/**
 * Words that go together, closest first: normalised pointwise mutual information over cases.
 * Source: Bouma (2009), Normalized (Pointwise) Mutual Information in Collocation Extraction.
 *
 * @param cases all cases with words
 */
export function wordPairs(
	pairs: readonly PairCounts[],
	cases: number,
	fewest = fewestTogether
): WordPair[] {
	return pairs
		.filter(
			({ together, first, second }) =>
				// 退款 goes with 退款到账 by its letters alone.
				together >= fewest && !first.includes(second) && !second.includes(first)
		)
		.map((pair) => {
			const together = pair.together / cases;
			const lift = together / ((pair.firstCases / cases) * (pair.secondCases / cases));
			// Where every case holds both, they go together as closely as can be.
			const npmi = together === 1 ? 1 : Math.log(lift) / -Math.log(together);
			return { ...pair, lift, npmi };
		})
		.sort((a, b) => b.npmi - a.npmi || b.together - a.together);
}
