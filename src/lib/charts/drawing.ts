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

/** ECharts draws nothing for '-' and joins nothing across it. */
export const orGap = (value: number): number | '-' => (Number.isFinite(value) ? value : '-');
