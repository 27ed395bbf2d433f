import { cChart, pChart, uChart } from '#lib/statistics/control/attributes.ts';
import type { CountedSeries } from '#lib/statistics/control/attributes.ts';
import { cusum } from '#lib/statistics/control/cusum.ts';
import type { CusumDesign } from '#lib/statistics/control/cusum.ts';
import { iChart, xmrChart } from '#lib/statistics/control/individuals.ts';
import { laneyPChart, laneyUChart } from '#lib/statistics/control/laney.ts';
import { movingRangeChart } from '#lib/statistics/control/moving-range-chart.ts';
import { overdispersionTest } from '#lib/statistics/control/overdispersion.ts';
import type { PhaseOptions } from '#lib/statistics/control/phases.ts';
import { tChart } from '#lib/statistics/control/rare-events.ts';
import { anhoej, crossingsLimit, longestRunLimit } from '#lib/statistics/rules/anhoej.ts';
import { nelson } from '#lib/statistics/rules/nelson.ts';
import { nhs } from '#lib/statistics/rules/nhs.ts';
import type { LimitedSeries } from '#lib/statistics/rules/nhs.ts';
import type { CenteredSeries } from '#lib/statistics/rules/standardized.ts';
import { westernElectric } from '#lib/statistics/rules/western-electric.ts';
import { method } from './method.ts';
import type { Methods } from './method.ts';

interface Measured extends PhaseOptions {
	readonly values: readonly number[];
	readonly limitFactor?: number;
	readonly d2?: number;
	readonly upperFactor?: number;
	readonly exponent?: number;
}
type Counted = CountedSeries & PhaseOptions & { readonly d2?: number };
type RuleInput =
	| ({ readonly ruleSet: 'westernElectric' | 'nelson' } & CenteredSeries)
	| ({ readonly ruleSet: 'nhs' } & LimitedSeries)
	| { readonly ruleSet: 'anhoej'; readonly values: readonly number[]; readonly centerLine: number };
type Scatter =
	| { readonly type: 'poisson'; readonly counts: readonly number[] }
	| {
			readonly type: 'binomial';
			readonly counts: readonly number[];
			readonly sizes: readonly number[];
	  };

export const chartMethods: Methods = {
	xmrChart: method<Measured>((input) => xmrChart(input.values, input)),
	iChart: method<Measured>((input) => iChart(input.values, input)),
	mrChart: method<Measured>((input) => movingRangeChart(input.values, input)),
	tChart: method<Measured>((input) => tChart(input.values, input)),
	pChart: method<Counted>((input) => pChart(input, input)),
	cChart: method<Counted>((input) => cChart(input.counts, input)),
	uChart: method<Counted>((input) => uChart(input, input)),
	laneyPChart: method<Counted>((input) => laneyPChart(input, input)),
	laneyUChart: method<Counted>((input) => laneyUChart(input, input)),
	cusum: method<CusumDesign & { values: readonly number[] }>((input) => cusum(input.values, input)),
	runRules: method<RuleInput>(runRules),
	anhoejLimits: method<{ usefulPoints: readonly number[] }>(({ usefulPoints }) => ({
		longestRunLimit: usefulPoints.map(longestRunLimit),
		crossingsLimit: usefulPoints.map(crossingsLimit)
	})),
	overdispersionTest: method<Scatter>((input) =>
		overdispersionTest(input.counts, input.type === 'binomial' ? input.sizes : undefined)
	)
};

function runRules(input: RuleInput): unknown {
	switch (input.ruleSet) {
		case 'westernElectric':
			return westernElectric(input);
		case 'nelson':
			return nelson(input);
		case 'nhs':
			return nhs(input);
		case 'anhoej':
			return anhoej(input.values, input.centerLine);
		default:
			throw new RangeError(`unknown rule set ${JSON.stringify(input)}`);
	}
}
