import type { EChartsOption } from '#lib/charts/drawing.ts';

export type Series = {
	readonly type: string;
	readonly name: string;
	readonly data: readonly unknown[];
	readonly markLine?: { readonly data: readonly Record<string, unknown>[] };
	readonly [more: string]: unknown;
};

export const seriesOf = (option: EChartsOption): Series[] => option.series as unknown as Series[];

export const seriesNamed = (option: EChartsOption, name: string): Series => {
	const found = seriesOf(option).find((series) => series.name === name);
	if (found === undefined) throw new Error(`no series ${name}`);
	return found;
};

export type Axis = {
	readonly min?: number;
	readonly max?: number;
	readonly interval?: number;
	readonly data?: readonly string[];
	readonly name?: string;
	readonly axisLabel: { readonly formatter: (value: unknown, at: number) => string };
	readonly [more: string]: unknown;
};

export const axes = (option: EChartsOption, which: 'xAxis' | 'yAxis'): Axis[] => {
	const axis = option[which];
	return (Array.isArray(axis) ? axis : [axis]) as unknown as Axis[];
};

type Point = { value?: unknown; itemStyle?: Record<string, unknown>; mark?: unknown };
export const points = (series: Series): Point[] => series.data as Point[];

/** Draws item `at` of a custom series on a plane where a data unit is a pixel. */
export function shapesOf(series: Series, at: number): Shape[] {
	const value = points(series)[at]?.value as number[];
	const render = series['renderItem'] as (parameters: object, api: object) => Shape | null;
	const drawn = render(
		{ dataIndex: at },
		{
			value: (dimension: number) => value[dimension],
			coord: ([x, y]: [number, number]) => [x, y],
			size: ([x, y]: [number, number]) => [x * 40, y * 60]
		}
	);
	return drawn === null ? [] : (drawn.children ?? [drawn]);
}

export type Shape = {
	readonly type: string;
	readonly shape?: Record<string, unknown>;
	readonly style?: Record<string, unknown>;
	readonly children?: Shape[];
};
