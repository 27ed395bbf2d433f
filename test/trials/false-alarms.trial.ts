import assert from 'node:assert/strict';
import { judged } from '#lib/measures/control-chart.ts';
import { patterns, ruleSets, type RuleSet } from '#lib/measures/control-rules.ts';
import { scoredIndividuals } from '#lib/statistics/control/scored.ts';
import type {
	ChartKind,
	ControlPeriod,
	ControlSeries,
	JudgedSeries
} from '#lib/measures/control-series.ts';
import { randomNumbers, type RandomNumbers } from './random-numbers.ts';
import type { Trial } from './trial.ts';

const series = 1_000;
const months = 36;
const allowed = 1.25;
/** Cases a month and coefficient of variation of the monthly rate around a rate that never changes. */
const kinds = [
	{ mean: 20, variation: 0.3 },
	{ mean: 50, variation: 0.2 },
	{ mean: 50, variation: 0.4 },
	{ mean: 200, variation: 0.15 },
	{ mean: 200, variation: 0.3 },
	{ mean: 1000, variation: 0.1 },
	{ mean: 1000, variation: 0.3 }
] as const;

const periods = Array.from({ length: months }, (_, at): ControlPeriod => ({
	since: new Date(Date.UTC(2023, at, 1)).toISOString().slice(0, 10),
	until: new Date(Date.UTC(2023, at + 1, 1)).toISOString().slice(0, 10),
	days: new Date(Date.UTC(2023, at + 1, 0)).getUTCDate(),
	partial: false
}));

/** The product's own chart and rules, on series made to be stable. */
export const trial: Trial = {
	shows: `false alarms of every rule set on u′ against independent normal data, at most ${allowed} ×`,
	minutes: 2,
	run: ({ seed, say }) => {
		const random = randomNumbers(seed);
		// Many, so that the ratio varies with the series judged and hardly with these.
		const usual = tally(10 * series, () => {
			const values = periods.map(() => random.normal());
			const { scores } = scoredIndividuals(values);
			return { scores, deviations: values, phases: [periods.map((_, at) => at)], enough: true };
		});
		say(
			`${months} months a series; share of series, share of points that signal (× those of normal data)`
		);
		say(
			`normal, XmR, ${usual.made} series: ${ruleSets.map((set) => shares(usual, set)).join(', ')}`
		);
		const compare = (name: string, found: Tally): string[] => {
			const ratios = ruleSets.map((set) => ({ set, ...ratio(found, usual, set) }));
			const text = ratios.map(
				({ set, bySeries, byPoint }) =>
					`${shares(found, set)} (${bySeries.toFixed(2)}, ${byPoint.toFixed(2)})`
			);
			say(`${name}, ${found.made} series: ${text.join(', ')}`);
			return ratios
				.filter(({ bySeries, byPoint }) => bySeries > allowed || byPoint > allowed)
				.map(({ set }) => `${name} ${set}`);
		};
		const of = (kind: ChartKind, make: () => Counts) =>
			tally(series, () => judged({ ...make(), periods, cases: [], multiplier: 1 }, { kind }));
		const overshot = compare(
			'u′, means 20 to 1000, ±10 to 35 %',
			of('prime', () => mixed(random))
		);
		compare(
			'plain u on the same',
			of('plain', () => mixed(random))
		);
		const each = kinds.map(({ mean, variation }) => {
			const found = of('prime', () => overdispersed(random, mean, variation));
			compare(`u′, ${mean} a month ±${variation * 100} %`, found);
			return found;
		});
		overshot.push(...compare('u′, these together', together(each)));
		assert.deepEqual(overshot, []);
		return Promise.resolve();
	}
};

type Counts = Pick<ControlSeries, 'family' | 'amounts' | 'sizes'>;
type Judged = Pick<JudgedSeries, 'scores' | 'deviations' | 'phases' | 'enough'>;
type Tally = { readonly made: number } & Record<RuleSet, { series: number; points: number }>;

/** Orders of months of different length that grow by 12 % a year; counts of a rate that only wobbles. */
function overdispersed(random: RandomNumbers, mean: number, variation: number): Counts {
	const orders = periods.map(({ days }, at) =>
		Math.round(10_000 * (days / 30.4) * 1.12 ** (at / 12) * Math.exp(0.05 * random.normal()))
	);
	const shape = 1 / variation ** 2;
	return {
		family: 'rate',
		amounts: orders.map((count) =>
			random.poisson(mean * (count / 10_000) * (random.gamma(shape) / shape))
		),
		sizes: orders
	};
}

function mixed(random: RandomNumbers): Counts {
	const mean = 20 * 50 ** random.uniform();
	return overdispersed(random, mean, 0.1 + 0.25 * random.uniform());
}

function tally(made: number, make: () => Judged): Tally {
	const found = empty(made);
	for (let round = 0; round < made; round++) {
		const chart = make();
		for (const set of ruleSets) {
			const marked = new Set(patterns(chart, set).flatMap((pattern) => pattern.marked));
			found[set].points += marked.size;
			found[set].series += marked.size > 0 ? 1 : 0;
		}
	}
	return found;
}

function together(tallies: readonly Tally[]): Tally {
	const sum = empty(tallies.reduce((total, { made }) => total + made, 0));
	for (const set of ruleSets)
		for (const found of tallies) {
			sum[set].points += found[set].points;
			sum[set].series += found[set].series;
		}
	return sum;
}

function empty(made: number): Tally {
	const none = (): { series: number; points: number } => ({ series: 0, points: 0 });
	return { made, nhs: none(), western_electric: none(), nelson: none(), anhoej: none() };
}

function ratio(found: Tally, usual: Tally, set: RuleSet) {
	const scale = usual.made / found.made;
	return {
		bySeries: (found[set].series / usual[set].series) * scale,
		byPoint: (found[set].points / usual[set].points) * scale
	};
}

function shares(found: Tally, set: RuleSet): string {
	const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
	return `${set} ${percent(found[set].series, found.made)}, ${percent(found[set].points, found.made * months)}`;
}
