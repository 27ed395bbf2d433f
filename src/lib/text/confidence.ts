/** A guess about a case whose answer is known. */
export interface JudgedGuess {
	readonly clearness: number;
	readonly right: boolean;
}

/** Guesses judged together at the least. */
const fewestTogether = 50;

/**
 * Share of right guesses as it rises with their clearness: isotonic regression by pooling adjacent
 * violators over groups of at least 50 guesses.
 * Source: Ayer et al. (1955); Zadrozny & Elkan (2002) for probabilities of classifiers.
 *
 * @returns share right among guesses as clear as the one asked about; 0 where nothing was judged
 */
export function confidenceOf(guesses: readonly JudgedGuess[]): (clearness: number) => number {
	const sorted = [...guesses].sort((a, b) => a.clearness - b.clearness);
	const blocks: { from: number; right: number; count: number }[] = [];
	const size = Math.max(fewestTogether, Math.ceil(sorted.length / 200));
	for (let start = 0; start < sorted.length; start += size) {
		const group = sorted.slice(start, start + size);
		const right = group.reduce((sum, guess) => sum + Number(guess.right), 0);
		blocks.push({ from: group[0]!.clearness, right, count: group.length });
		while (blocks.length > 1) {
			const last = blocks.at(-1)!;
			const before = blocks.at(-2)!;
			const isRising = before.right / before.count < last.right / last.count;
			if (isRising && last.count >= fewestTogether) break;
			blocks.splice(-2, 2, {
				from: before.from,
				right: before.right + last.right,
				count: before.count + last.count
			});
		}
	}
	return (clearness) => {
		const block = blocks.findLast(({ from }) => from <= clearness) ?? blocks[0];
		return block ? block.right / block.count : 0;
	};
}
