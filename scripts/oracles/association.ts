import { kendallTauB } from '#lib/statistics/association/kendall.ts';
import { simpson } from '#lib/statistics/association/simpson.ts';
import type { Stratum } from '#lib/statistics/association/simpson.ts';
import { spearman } from '#lib/statistics/association/spearman.ts';
import type { WeightedPairs } from '#lib/statistics/association/weighted-pairs.ts';
import { quantileType7 } from '#lib/statistics/quantile.ts';
import { linearRegression } from '#lib/statistics/regression/linear-regression.ts';
import { chiSquareTable } from '#lib/statistics/testing/chi-square-table.ts';
import { mannWhitney } from '#lib/statistics/testing/mann-whitney.ts';
import { method } from './method.ts';
import type { Confidence, Methods } from './method.ts';

interface TwoSamples extends Confidence {
	readonly a: readonly number[];
	readonly b: readonly number[];
	readonly pMethod: 'exact' | 'normal';
}

interface XAndY extends Confidence {
	readonly x: readonly number[];
	readonly y: readonly number[];
}

export const associationMethods: Methods = {
	spearman: method<WeightedPairs>((pairs) => spearman(pairs)),
	kendallTauB: method<WeightedPairs>((pairs) => kendallTauB(pairs)),
	simpson: method<{ strata: readonly Stratum[] }>(({ strata }) => simpson(strata)),
	mannWhitney: method<TwoSamples>((input) => mannWhitney(input.a, input.b, input)),
	chiSquareTable: method<{ table: readonly (readonly number[])[] }>(({ table }) =>
		chiSquareTable(table)
	),
	linearRegression: method<XAndY>(({ x, y, confidence }) => linearRegression(x, y, confidence)),
	quantileType7: method<{ values: readonly number[]; probabilities: readonly number[] }>(
		({ values, probabilities }) => ({ quantiles: quantileType7(values, probabilities) })
	)
};
