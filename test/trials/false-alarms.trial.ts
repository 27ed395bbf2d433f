import assert from 'node:assert/strict';
import { seasonTerms } from '#lib/calendar/season-terms.ts';
import { judged } from '#lib/measures/control-chart.ts';
import { controlFacts } from '#lib/measures/control-facts.ts';
import { ruleSets } from '#lib/measures/control-rules.ts';
import type { ChartKind, ControlSeries } from '#lib/measures/control-series.ts';
import { scoredIndividuals } from '#lib/statistics/control/scored.ts';
import { ratio, shares, tally, together, type Tally } from './alarm-tally.ts';
import { randomNumbers, type RandomNumbers } from './random-numbers.ts';
import {
	months,
	periods,
	stableMedian,
	stableRate,
	stableShare,
	stableValue
} from './simulated-control.ts';
import type { Trial } from './trial.ts';

const series = 1_000;
const allowed = 1.25;
/** Cases a month and coefficient of variation of the monthly rate around a rate that never changes. */
const rateKinds = [
	{ mean: 20, variation: 0.3 },
	{ mean: 50, variation: 0.2 },
	{ mean: 50, variation: 0.4 },
	{ mean: 200, variation: 0.15 },
	{ mean: 200, variation: 0.3 },
	{ mean: 1000, variation: 0.1 },
	{ mean: 1000, variation: 0.3 }
] as const;
/** Share that never changes, standard deviation of the monthly one around it, cases a month. */
const shareKinds = [
	{ share: 0.5, spread: 0.03, size: 200 },
	{ share: 0.5, spread: 0.08, size: 500 },
	{ share: 0.5, spread: 0.05, size: 2000 },
	{ share: 0.05, spread: 0.01, size: 200 },
	{ share: 0.05, spread: 0.025, size: 500 },
	{ share: 0.05, spread: 0.015, size: 2000 },
	{ share: 0.95, spread: 0.02, size: 500 }
] as const;
const medianSizes = [21, 51, 201] as const;

/** The product's own charts and rules, on series made to be stable. */
export const trial: Trial = {
	shows: `false alarms of every rule set on u′, p′, medians and with seasons offered against independent normal data, at most ${allowed} ×`,
	minutes: 3,
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
			`normal, XmR, ${usual.made} series: ${ruleSets.map((set) => shares(usual, set, months)).join(', ')}`
		);
		const compare = (name: string, found: Tally): string[] => {
			const ratios = ruleSets.map((set) => ({ set, ...ratio(found, usual, set) }));
			const text = ratios.map(
				({ set, bySeries, byPoint }) =>
					`${shares(found, set, months)} (${bySeries.toFixed(2)}, ${byPoint.toFixed(2)})`
			);
			say(`${name}, ${found.made} series: ${text.join(', ')}`);
			return ratios
				.filter(({ bySeries, byPoint }) => bySeries > allowed || byPoint > allowed)
				.map(({ set }) => `${name} ${set}`);
		};
		const of = (kind: ChartKind, make: () => ControlSeries) =>
			tally(series, () => judged(make(), { kind }));
		/** One kind alone varies by chance more than it may miss; all of a family together do not. */
		const family = <Kind>(
			name: string,
			kinds: readonly Kind[],
			one: (kind: Kind) => { readonly name: string; readonly found: Tally }
		): string[] => {
			const each = kinds.map((kind) => {
				const { name, found } = one(kind);
				compare(name, found);
				return found;
			});
			return compare(`${name}, these together`, together(each));
		};
		const overshot = [
			...compare(
				'u′, means 20 to 1000, ±10 to 35 %',
				of('prime', () => mixedRate(random))
			),
			...family('u′', rateKinds, ({ mean, variation }) => ({
				name: `u′, ${mean} a month ±${variation * 100} %`,
				found: of('prime', () => stableRate(random, mean, variation))
			})),
			...family('p′', shareKinds, (kind) => ({
				name: `p′, ${percent(kind.share)} ± ${percent(kind.spread)} of ${kind.size} a month`,
				found: of('prime', () => stableShare(random, kind))
			})),
			...compare(
				'XmR, normal values',
				tally(5 * series, () => judged(stableValue(random), { kind: 'xmr' }))
			),
			...family('XmR of logarithms', medianSizes, (size) => ({
				name: `XmR of logarithms, medians of ${size} log-normal times`,
				found: withoutSeason(() => stableMedian(random, size))
			})),
			...family('season offered', offered(random), ({ name, make }) => {
				const { found, taken } = withSeason(make);
				return { name: `season offered, taken in ${percent(taken)}: ${name}`, found };
			})
		];
		compare(
			'for comparison: plain u',
			of('plain', () => mixedRate(random))
		);
		compare(
			'for comparison: plain p',
			of('plain', () => stableShare(random, shareKinds[4]))
		);
		assert.deepEqual(overshot, []);
		return Promise.resolve();
	}
};

const percent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;

function mixedRate(random: RandomNumbers): ControlSeries {
	const mean = 20 * 50 ** random.uniform();
	return stableRate(random, mean, 0.1 + 0.25 * random.uniform());
}

/** Series without any season, with and without scatter beyond chance. */
function offered(random: RandomNumbers) {
	const one = (name: string, make: () => ControlSeries) => ({ name, make });
	return [
		one('rates', () => mixedRate(random)),
		one('rates, chance alone', () => stableRate(random, 50, 0)),
		one('shares near 50 %', () => stableShare(random, { share: 0.5, spread: 0.05, size: 500 })),
		one('shares near 5 %', () => stableShare(random, { share: 0.05, spread: 0.015, size: 500 })),
		one('shares near 5 %, chance alone', () =>
			stableShare(random, { share: 0.05, spread: 0, size: 200 })
		),
		one('normal values', () => stableValue(random)),
		one('medians of 51 times', () => stableMedian(random, 51))
	];
}

const terms = seasonTerms(periods, 'month');

/** The chart as the page opens it: kind and season as the series suggests. */
function withSeason(make: () => ControlSeries): { readonly found: Tally; readonly taken: number } {
	let taken = 0;
	const found = tally(series, () => {
		const facts = controlFacts(make(), { ruleSet: 'nhs', season: 'auto', terms });
		if (facts.season) taken++;
		return facts.judged;
	});
	return { found, taken: taken / found.made };
}

function withoutSeason(make: () => ControlSeries): Tally {
	return tally(
		3 * series,
		() => controlFacts(make(), { ruleSet: 'nhs', season: 'off', terms: null }).judged
	);
}
