import { controlChart } from './chart.ts';
import type { ControlChart } from './chart.ts';
import { meanRange } from './moving-range.ts';
import { phasesOf } from './phases.ts';
import type { PhaseOptions } from './phases.ts';

export interface MovingRangeChart extends ControlChart {
	/** same length as the values; null at the first point of every phase */
	readonly movingRanges: readonly (number | null)[];
}

/**
 * Chart of the moving ranges themselves: centre = their mean, limits 0 and upperFactor × centre.
 * A position in `outside`, and one in `exclude`, names the later point of the pair.
 * Source: Montgomery (2009), § 6.4; qicharts2.
 */
export function movingRangeChart(
	values: readonly number[],
	options: PhaseOptions & { readonly upperFactor?: number } = {}
): MovingRangeChart {
	const phases = phasesOf(values.length, options).map(({ indexes, basis }) => {
		const ranges = indexes.map((index, i) =>
			i === 0 ? null : Math.abs(values[index]! - values[index - 1]!)
		);
		const used = ranges.filter(
			(range, i): range is number => range !== null && basis.includes(indexes[i]!)
		);
		const center = meanRange(used, options.screenMovingRanges);
		const upper = center === null ? null : (options.upperFactor ?? 3.267) * center;
		return { ranges, points: indexes.map(() => ({ center, lower: 0, upper })) };
	});
	const ranges = phases.flatMap((phase) => phase.ranges);
	const limits = phases.flatMap(({ points }) => points);
	return { ...controlChart(ranges, limits, options.multiplier), movingRanges: ranges };
}
