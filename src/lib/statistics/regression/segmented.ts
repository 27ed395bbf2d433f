import type { NamedColumns } from './newey-west.ts';

/** A series in time order with the moment something changed. */
export interface SegmentedDesign {
	readonly time: readonly number[];
	/** 0 before, 1 from the change on */
	readonly step: readonly number[];
	readonly includeSlope?: boolean;
	/** time at which the change of slope starts from 0 */
	readonly slopeOrigin?: number;
	readonly harmonics?: { readonly pairs: number; readonly period: number };
}

/**
 * Columns of an interrupted time series: intercept, level change, time, change of slope, and pairs
 * of sine and cosine for the season.
 * Source: Lopez Bernal, Cummins & Gasparrini (2017), Int. J. Epidemiology 46:348.
 */
export function segmentedColumns(design: SegmentedDesign): NamedColumns {
	const { time, step, includeSlope = false, slopeOrigin = 0, harmonics } = design;
	const columns: Record<string, readonly number[]> = {
		intercept: time.map(() => 1),
		level: step,
		time
	};
	if (includeSlope)
		columns['slope'] = time.map((t, i) => (step[i] ? (t - slopeOrigin) * step[i] : 0));
	for (let k = 1; harmonics && k <= harmonics.pairs; k++) {
		const angles = time.map((t) => (2 * Math.PI * k * t) / harmonics.period);
		columns[`sin${k}`] = angles.map(Math.sin);
		columns[`cos${k}`] = angles.map(Math.cos);
	}
	return columns;
}
