import type { EChartsOption } from 'echarts';
import type { Look } from './look/look.ts';

export type { EChartsOption } from 'echarts';

/** A builder with its columns and words filled in: all that is left is the place. */
export type Draw = (look: Look) => EChartsOption;

/** Fixed height, or one for wide and one for narrow places so that the server knows both. */
export type Height = number | { readonly wide: number; readonly narrow: number };

/** A column of numbers as an answer carries it; NaN is "no value". */
export type Numbers = ArrayLike<number>;

export const valueAt = (column: Numbers, at: number): number => column[at] ?? Number.NaN;

/** Place of the last number of a column; −1 where there is none. */
export function lastKnown(column: Numbers): number {
	let at = column.length - 1;
	while (at >= 0 && !Number.isFinite(valueAt(column, at))) at--;
	return at;
}

/** ECharts draws nothing for '-' and joins nothing across it. */
export const orGap = (value: number): number | '-' => (Number.isFinite(value) ? value : '-');
