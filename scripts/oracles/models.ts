import { holtWinters } from '#lib/statistics/forecast/holt-winters.ts';
import type { HoltWintersInput } from '#lib/statistics/forecast/holt-winters.ts';
import { seasonalNaiveMase } from '#lib/statistics/forecast/seasonal-naive.ts';
import { stl } from '#lib/statistics/forecast/stl.ts';
import type { StlOptions } from '#lib/statistics/forecast/stl.ts';
import { neweyWest } from '#lib/statistics/regression/newey-west.ts';
import type { NamedColumns, NeweyWestOptions } from '#lib/statistics/regression/newey-west.ts';
import { segmentedOlsNeweyWest } from '#lib/statistics/regression/segmented-newey-west.ts';
import { segmentedPoisson } from '#lib/statistics/regression/segmented-poisson.ts';
import type { SegmentedCounts } from '#lib/statistics/regression/segmented-poisson.ts';
import type { SegmentedDesign } from '#lib/statistics/regression/segmented.ts';
import { method } from './method.ts';
import type { Methods } from './method.ts';

type Values = { readonly values: readonly number[] };
type Regression = { readonly y: readonly number[]; readonly columns: NamedColumns };
type Held = {
	readonly train: readonly number[];
	readonly test: readonly number[];
	readonly period: number;
};

export const modelMethods: Methods = {
	segmentedPoisson: method<SegmentedCounts>(segmentedPoisson),
	segmentedOlsNeweyWest: method<SegmentedDesign & NeweyWestOptions & Values>((input) =>
		segmentedOlsNeweyWest(input.values, input, input)
	),
	neweyWest: method<Regression & NeweyWestOptions>((input) =>
		neweyWest(input.y, input.columns, input)
	),
	holtWinters: method<HoltWintersInput>(holtWinters),
	seasonalNaiveMase: method<Held>(({ train, test, period }) =>
		seasonalNaiveMase(train, test, period)
	),
	stl: method<StlOptions & Values>((input) => stl(input.values, input))
};
