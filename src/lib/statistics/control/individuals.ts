import { mean } from '../sum.ts';
import { controlChart } from './chart.ts';
import type { ControlChart, PointLimits } from './chart.ts';
import { meanRange, movingRanges } from './moving-range.ts';
import { phasesOf } from './phases.ts';
import type { PhaseOptions } from './phases.ts';

export interface IndividualsChart extends ControlChart {
	/** one a phase, after screening, in the unit of the values; null for a phase of one point */
	readonly meanMovingRange: readonly (number | null)[];
}

/**
 * Individuals chart with limits mean ± limitFactor × mean moving range; nothing is cut, so a lower
 * limit may be negative. Ranges join the neighbours among the points that make the limits.
 * Source: Wheeler (1993), Understanding Variation; NHSRplotthedots.
 * @param values in time order, any unit
 */
export function xmrChart(
	values: readonly number[],
	options: PhaseOptions & { readonly limitFactor?: number } = {}
): IndividualsChart {
	const { limits, meanMovingRange } = individualLimits(
		values,
		options,
		options.limitFactor ?? 2.66
	);
	return { ...controlChart(values, limits, options.multiplier), meanMovingRange };
}

/**
 * The same with limits mean ± 3 × mean moving range / d₂.
 * Source: Montgomery (2009), Introduction to Statistical Quality Control, § 6.4; qicharts2.
 */
export function iChart(
	values: readonly number[],
	options: PhaseOptions & { readonly d2?: number } = {}
): IndividualsChart {
	return xmrChart(values, { ...options, limitFactor: 3 / (options.d2 ?? 1.128) });
}

/** Limits of every point and the mean moving range of every phase, before any multiplier. */
export function individualLimits(
	values: readonly number[],
	options: PhaseOptions,
	limitFactor: number
): {
	readonly limits: readonly PointLimits[];
	readonly meanMovingRange: readonly (number | null)[];
} {
	const phases = phasesOf(values.length, options).map(({ indexes, basis }) => {
		const used = basis.map((index) => values[index]!);
		const center = used.length === 0 ? null : mean(used);
		const range = meanRange(movingRanges(used), options.screenMovingRanges);
		const known = center !== null && range !== null;
		const point: PointLimits = {
			center,
			lower: known ? center - limitFactor * range : null,
			upper: known ? center + limitFactor * range : null
		};
		return { points: indexes.map(() => point), range };
	});
	return {
		limits: phases.flatMap(({ points }) => points),
		meanMovingRange: phases.map(({ range }) => range)
	};
}
