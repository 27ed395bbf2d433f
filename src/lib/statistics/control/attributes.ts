import { controlChart } from './chart.ts';
import type { ControlChart, PointLimits } from './chart.ts';
import { phasesOf } from './phases.ts';
import type { Phase, PhaseOptions } from './phases.ts';

/** Counts with what they are counted in: cases, orders, days; in time order. */
export interface CountedSeries {
	readonly counts: readonly number[];
	readonly denominators: readonly number[];
}

/** What sets a chart of shares apart from a chart of rates. */
export interface AttributeKind {
	/** variance of one unit of the denominator at the centre */
	readonly unitVariance: (center: number) => number;
	readonly ceiling: number;
}

export const shares: AttributeKind = { unitVariance: (p) => p * (1 - p), ceiling: 1 };
export const rates: AttributeKind = { unitVariance: (u) => u, ceiling: Infinity };

/**
 * p chart: shares around p̄ = Σcounts/Σdenominators, limits ± 3√(p̄(1 − p̄)/nᵢ) cut to 0..1.
 * Source: Montgomery (2009), § 7.2; qicharts2.
 */
export function pChart(series: CountedSeries, options: PhaseOptions = {}): ControlChart {
	return attributeChart(shares, series, options);
}

/**
 * u chart: rates around ū = Σcounts/Σdenominators, limits ± 3√(ū/nᵢ) cut at 0, then multiplied.
 * Source: Montgomery (2009), § 7.3; qicharts2.
 */
export function uChart(series: CountedSeries, options: PhaseOptions = {}): ControlChart {
	return attributeChart(rates, series, options);
}

/** c chart: counts of equal opportunity, c̄ ± 3√c̄ cut at 0; a u chart of one unit each. */
export function cChart(counts: readonly number[], options: PhaseOptions = {}): ControlChart {
	return attributeChart(rates, { counts, denominators: counts.map(() => 1) }, options);
}

function attributeChart(kind: AttributeKind, series: CountedSeries, options: PhaseOptions) {
	const limits = phasesOf(series.counts.length, options).flatMap((phase) =>
		attributeLimits(kind, series, phase, () => 3)
	);
	return controlChart(ratios(series), limits, options.multiplier);
}

/** counts/denominators; null where the denominator is 0. */
export function ratios({ counts, denominators }: CountedSeries): readonly (number | null)[] {
	return counts.map((count, i) => (denominators[i]! > 0 ? count / denominators[i]! : null));
}

/** Limits of one phase, `width` standard deviations around its own centre, cut to what is possible. */
export function attributeLimits(
	kind: AttributeKind,
	{ counts, denominators }: CountedSeries,
	phase: Phase,
	width: (center: number) => number | null
): readonly PointLimits[] {
	const center = phaseCenter({ counts, denominators }, phase);
	const factor = center === null ? null : width(center);
	return phase.indexes.map((index) => {
		const n = denominators[index]!;
		if (center === null || factor === null || !(n > 0)) return { center, lower: null, upper: null };
		const margin = factor * Math.sqrt(kind.unitVariance(center) / n);
		return {
			center,
			lower: Math.max(0, center - margin),
			upper: Math.min(kind.ceiling, center + margin)
		};
	});
}

/** Σcounts/Σdenominators of the points that make the limits; null when there are none. */
export function phaseCenter({ counts, denominators }: CountedSeries, { basis }: Phase) {
	const all = basis.reduce((sum, index) => sum + denominators[index]!, 0);
	return all > 0 ? basis.reduce((sum, index) => sum + counts[index]!, 0) / all : null;
}
