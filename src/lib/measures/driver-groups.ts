import type { Moments, TwoMoments } from '#lib/statistics/contribution/part-change.ts';
import type { DriverDimension } from './driver-measures.ts';

/** A value of a dimension, or of two at once; null is the blank group. */
export interface DriverGroup extends TwoMoments {
	readonly dimension: DriverDimension;
	readonly value: string | null;
	readonly second: DriverDimension | null;
	readonly secondValue: string | null;
}

export interface DriverGroups {
	/** All cases the measure can be told of. */
	readonly all: TwoMoments;
	readonly singles: readonly DriverGroup[];
	readonly pairs: readonly DriverGroup[];
}

/** A row of `queries/drivers/groups.sql`. */
export interface GroupRow {
	readonly dimension: string | null;
	readonly value: string | null;
	readonly second: string | null;
	readonly second_value: string | null;
	readonly cases: number;
	readonly total: number;
	readonly squares: number;
	readonly cases_before: number;
	readonly total_before: number;
	readonly squares_before: number;
}

/**
 * Rows of the one pass over all dimensions. `overlaps`: the counterpart holds the selection too, as
 * the whole it is held against; what is left of it is the rest. Dimensions of a single value are left
 * out: they are the whole.
 */
export function driverGroups(rows: readonly GroupRow[], overlaps: boolean): DriverGroups {
	const nothing = { cases: 0, total: 0, squares: 0 };
	let all: TwoMoments = { now: nothing, before: nothing };
	const singles: DriverGroup[] = [];
	const pairs: DriverGroup[] = [];
	const values = new Map<string, number>();
	for (const row of rows) {
		const { cases, total, squares } = row;
		const now = { cases, total, squares };
		const told = {
			cases: row.cases_before,
			total: row.total_before,
			squares: row.squares_before
		};
		const moments = { now, before: overlaps ? minus(told, now) : told };
		if (row.dimension === null) {
			all = moments;
			continue;
		}
		const group = {
			dimension: row.dimension as DriverDimension,
			value: row.value,
			second: row.second as DriverDimension | null,
			secondValue: row.second_value,
			...moments
		};
		if (row.second === null) {
			singles.push(group);
			values.set(row.dimension, (values.get(row.dimension) ?? 0) + 1);
		} else pairs.push(group);
	}
	const several = (dimension: string | null) => (values.get(dimension ?? '') ?? 0) > 1;
	return {
		all,
		singles: singles.filter(({ dimension }) => several(dimension)),
		pairs: pairs.filter(({ dimension, second }) => several(dimension) && several(second))
	};
}

/** Name of a value among all dimensions, for look-ups. */
export function groupKey(dimension: string, value: string | null): string {
	return `${dimension}\u0000${value ?? '\u0000'}`;
}

function minus(whole: Moments, part: Moments): Moments {
	return {
		cases: whole.cases - part.cases,
		total: whole.total - part.total,
		squares: whole.squares - part.squares
	};
}
