import { isAbove, isBelow, positions } from './beyond.ts';

/** Centre and limits of one point; null where they are not defined. */
export interface PointLimits {
	readonly center: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
}

/** One entry a point, in the unit of the data times the chart's multiplier. */
export interface ControlChart {
	readonly center: readonly (number | null)[];
	readonly lower: readonly (number | null)[];
	readonly upper: readonly (number | null)[];
	/** 1-based positions strictly beyond their own limit, excluded points included */
	readonly outside: readonly number[];
}

/** Judges every value against its own limits, then brings the limits to the unit shown. */
export function controlChart(
	values: readonly (number | null)[],
	limits: readonly PointLimits[],
	multiplier = 1
): ControlChart {
	const scaled = (key: keyof PointLimits): readonly (number | null)[] =>
		limits.map((point) => (point[key] === null ? null : point[key] * multiplier));
	return {
		center: scaled('center'),
		lower: scaled('lower'),
		upper: scaled('upper'),
		outside: positions(values, (value, index) => isOutside(value, limits[index]!))
	};
}

function isOutside(value: number | null, { lower, upper }: PointLimits): boolean {
	if (value === null) return false;
	return (upper !== null && isAbove(value, upper)) || (lower !== null && isBelow(value, lower));
}
