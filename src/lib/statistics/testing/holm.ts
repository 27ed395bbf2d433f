/**
 * Holm's step-down adjustment: rejecting where the adjusted value is at most alpha keeps the chance of
 * any false rejection among all tests at alpha, however they depend on each other.
 * Source: Holm (1979), Scand. J. Statist. 6:65; the same as R's p.adjust(method = "holm").
 * @param pValues 0..1, any order
 * @returns adjusted values in the order of the input
 */
export function holm(pValues: readonly number[]): number[] {
	const count = pValues.length;
	const rising = pValues.map((_, i) => i).sort((a, b) => pValues[a]! - pValues[b]!);
	const adjusted = new Array<number>(count).fill(1);
	let largest = 0;
	rising.forEach((index, step) => {
		largest = Math.max(largest, Math.min(1, pValues[index]! * (count - step)));
		adjusted[index] = largest;
	});
	return adjusted;
}
