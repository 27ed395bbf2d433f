import { niceScale, ticks } from '#lib/charts/parts/scale.ts';

/** Where the amounts of a table's rows stand on one scale that holds zero: shares 0–1 of its width. */
export interface RowScale {
	/** What lies beyond the scale ends at its edge. */
	readonly at: (amount: number) => number;
	readonly ticks: readonly number[];
}

export function rowScale(amounts: readonly number[], steps: number): RowScale {
	const scale = niceScale(Math.min(0, ...amounts), Math.max(0, ...amounts), steps);
	const width = scale.max - scale.min;
	return {
		at: (amount) => Math.max(0, Math.min(1, (amount - scale.min) / width)),
		ticks: ticks(scale)
	};
}
