import { twoSidedNormalPValue } from '../distributions/normal.ts';
import { mean, sum } from '../sum.ts';

export interface Autocorrelation {
	/** Correlation of each value with the next, −1..1. */
	readonly lag1: number;
	readonly pValue: number;
	readonly n: number;
}

/**
 * First autocorrelation of stretches that each have a mean of their own; tested against chance, whose
 * mean is −1/n (for several stretches the mean of their products over that of their squares) and whose variance is (n − 2)²/(n²(n − 1)) for independent values.
 * Source: Moran (1948), Biometrika 35:255.
 * @returns null for fewer than 8 values or no scatter
 */
export function autocorrelation(stretches: readonly (readonly number[])[]): Autocorrelation | null {
	const centered = stretches.map((values) => {
		const center = mean(values);
		return values.map((value) => value - center);
	});
	const n = sum(centered.map((values) => values.length));
	const squares = sum(centered.flat().map((value) => value ** 2));
	if (n < 8 || !(squares > 0)) return null;
	const products = sum(
		centered.flatMap((values) => values.slice(1).map((value, i) => value * values[i]!))
	);
	const lag1 = products / squares;
	// Each stretch centred on its own mean pulls the products below nothing: −1/n for a single one.
	const usual =
		sum(centered.map((values) => (values.length > 0 ? 1 - 1 / values.length : 0))) /
		sum(centered.map((values) => Math.max(0, values.length - 1)));
	const z = (lag1 + usual) / Math.sqrt((n - 2) ** 2 / (n ** 2 * (n - 1)));
	return { lag1, pValue: twoSidedNormalPValue(z), n };
}
