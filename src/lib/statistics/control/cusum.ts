import { isAbove, positions } from './beyond.ts';

export interface CusumDesign {
	readonly target: number;
	/** standard deviation of one value, > 0 */
	readonly sigma: number;
	/** allowance, in sigmas: half the shift worth finding */
	readonly k: number;
	/** decision limit, in sigmas */
	readonly h: number;
}

/**
 * Tabular cumulative sums on both sides of a target, both starting at 0, without head start and
 * without reset after a signal. `lower` is a magnitude ≥ 0; signals are 1-based positions strictly
 * above h.
 * Source: Montgomery (2009), § 9.1.2.
 */
export function cusum(values: readonly number[], { target, sigma, k, h }: CusumDesign) {
	const upper: number[] = [];
	const lower: number[] = [];
	for (const value of values) {
		const z = (value - target) / sigma;
		upper.push(Math.max(0, (upper.at(-1) ?? 0) + z - k));
		lower.push(Math.max(0, (lower.at(-1) ?? 0) - z - k));
	}
	const upperSignals = positions(upper, (sum) => isAbove(sum, h));
	const lowerSignals = positions(lower, (sum) => isAbove(sum, h));
	const signals = [...upperSignals, ...lowerSignals];
	const firstSignal = signals.length === 0 ? null : Math.min(...signals);
	return { upper, lower, upperSignals, lowerSignals, firstSignal };
}
