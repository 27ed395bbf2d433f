/**
 * Benjamini–Hochberg step-up adjustment for many tests at once: rejecting where the adjusted value
 * is at most alpha keeps the expected share of false rejections at alpha.
 * Source: Benjamini & Hochberg (1995); the same as R's p.adjust(method = "BH").
 * @param pValues 0..1, any order
 * @returns both arrays in the order of the input
 */
export function benjaminiHochberg(pValues: readonly number[], alpha: number) {
	const count = pValues.length;
	const falling = pValues.map((_, i) => i).sort((a, b) => pValues[b]! - pValues[a]!);
	const adjusted = new Array<number>(count).fill(1);
	let smallest = 1;
	falling.forEach((index, step) => {
		smallest = Math.min(smallest, (pValues[index]! * count) / (count - step));
		adjusted[index] = smallest;
	});
	// 0.03 · 5/3 must count as 0.05 whichever way the last digit was rounded.
	return { adjusted, rejected: adjusted.map((p) => p <= alpha * (1 + 1e-12)) };
}
