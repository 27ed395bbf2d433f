import {
	attributeLimits,
	phaseCenter,
	pChart,
	rates,
	ratios,
	shares,
	uChart
} from './attributes.ts';
import type { AttributeKind, CountedSeries } from './attributes.ts';
import { controlChart } from './chart.ts';
import type { ControlChart } from './chart.ts';
import { meanRange, movingRanges } from './moving-range.ts';
import { phasesOf } from './phases.ts';
import type { Phase, PhaseOptions } from './phases.ts';

export type LaneyOptions = PhaseOptions & { readonly d2?: number };

export interface LaneyChart extends ControlChart {
	/** how much wider (below 1: narrower) the points scatter than chance; one a phase if split */
	readonly sigmaZ: number | null | readonly (number | null)[];
	/** 1-based positions outside the plain p or u chart with the same centre */
	readonly outsidePlain: readonly number[];
}

/**
 * p′ chart for large denominators: p limits widened by σz, the mean moving range of the
 * standardised shares over d₂. Not the standard deviation of z, which a shift would inflate.
 * Source: Laney (2002), Quality Engineering 14:531.
 */
export function laneyPChart(series: CountedSeries, options: LaneyOptions = {}): LaneyChart {
	return laneyChart(shares, series, options, pChart(series, options).outside);
}

/** u′ chart: the same for rates. Source: Laney (2002). */
export function laneyUChart(series: CountedSeries, options: LaneyOptions = {}): LaneyChart {
	return laneyChart(rates, series, options, uChart(series, options).outside);
}

function laneyChart(
	kind: AttributeKind,
	series: CountedSeries,
	options: LaneyOptions,
	outsidePlain: readonly number[]
): LaneyChart {
	const phases = phasesOf(series.counts.length, options);
	const sigmas = phases.map((phase) => phaseSigmaZ(kind, series, phase, options));
	const limits = phases.flatMap((phase, i) => {
		const sigma = sigmas[i] ?? null;
		return attributeLimits(kind, series, phase, () => (sigma === null ? null : 3 * sigma));
	});
	return {
		...controlChart(ratios(series), limits, options.multiplier),
		sigmaZ: sigmas.length === 1 ? (sigmas[0] ?? null) : sigmas,
		outsidePlain
	};
}

/** σz of one phase; null where there are fewer than two points or no denominator. */
export function phaseSigmaZ(
	kind: AttributeKind,
	{ counts, denominators }: CountedSeries,
	phase: Phase,
	{ d2 = 1.128, screenMovingRanges = false }: LaneyOptions
): number | null {
	const center = phaseCenter({ counts, denominators }, phase);
	if (center === null) return null;
	const z = phase.basis.flatMap((index) => {
		const n = denominators[index]!;
		if (!(n > 0)) return [];
		const deviation = counts[index]! / n - center;
		return [deviation === 0 ? 0 : deviation / Math.sqrt(kind.unitVariance(center) / n)];
	});
	const range = meanRange(movingRanges(z), screenMovingRanges);
	return range === null ? null : range / d2;
}
