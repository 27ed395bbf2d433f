import assert from 'node:assert/strict';
import { hypotheses } from '#lib/review/hypotheses.ts';
import { outcomeSeries, shareSeries, totalSeries } from '#lib/review/month-series.ts';
import { seasonColumns, type ReviewSeries } from '#lib/review/series.ts';
import { judgedTogether } from '#lib/review/together.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import { noSums } from '#lib/server/questions/control-series.ts';
import { randomNumbers, type RandomNumbers } from './random-numbers.ts';
import { months as count, periods } from './simulated-control.ts';
import type { Trial } from './trial.ts';

/** Values of each dimension, about as many as a log has. */
const dimensions: readonly (readonly [Dimension, number])[] = [
	['category', 12],
	['subcategory', 54],
	['product', 100],
	['department', 8],
	['region', 16]
];
const logs = 20;
const firstJudged = 12;
const casesAMonth = 1600;

export const trial: Trial = {
	shows: 'months of logs in which nothing ever changes name something in at most 5 of 100',
	minutes: 4,
	run({ seed, say }) {
		const columns = seasonColumns(periods);
		let judged = 0;
		let named = 0;
		for (let log = 0; log < logs; log++) {
			const series = quietLog(randomNumbers(seed * 1000 + log));
			for (let place = firstJudged; place < count; place++) {
				const all = hypotheses(series, periods, columns, place);
				judged++;
				if (judgedTogether(all).rejected.length > 0) named++;
			}
		}
		say(
			`${named} of ${judged} months of ${logs} quiet logs name something (${((100 * named) / judged).toFixed(1)} %)`
		);
		assert.ok(named <= 0.05 * judged);
		return Promise.resolve();
	}
};

/** A log whose orders wobble, and whose cases fall on the same values at the same chances for ever. */
function quietLog(random: RandomNumbers): readonly ReviewSeries[] {
	const orders = periods.map(({ days }, at) =>
		Math.round(200_000 * (days / 30.4) * 1.12 ** (at / 12) * Math.exp(0.05 * random.normal()))
	);
	const cases = orders.map((all) =>
		random.poisson((all / 200_000) * casesAMonth * Math.exp(0.03 * random.normal()))
	);
	const shares = dimensions.flatMap(([dimension, values]) => {
		// The k-th value is as frequent as 1 / (k + 2).
		const weights = Array.from({ length: values }, (_, k) => 1 / (k + 3));
		const counts = cases.map((all) => drawn(random, all, weights));
		return weights.map((_, k) =>
			shareSeries(
				{ dimension, value: `${k}`, cases: counts.map((row) => row[k]!), orders: null },
				cases,
				null
			)
		);
	});
	const outcomes = Array.from({ length: 20 }, (_, k) =>
		outcomeSeries(
			{ dimension: k < 12 ? 'category' : 'department', value: `${k}` },
			cases.map((all) => {
				const rated = random.binomial(all, 0.3 / (k + 2));
				const satisfied = random.binomial(rated, 0.6);
				const median = Math.exp(5 + (1.25 * random.normal()) / Math.sqrt(Math.max(20, rated)));
				return {
					...noSums,
					rated,
					satisfied,
					responded: rated,
					first_response_median: median,
					first_response_due: rated,
					first_response_kept: random.binomial(rated, 0.9),
					score_sum: 4 * satisfied + 2 * (rated - satisfied),
					score_square_sum: 16 * satisfied + 4 * (rated - satisfied)
				};
			})
		)
	).flat();
	return [totalSeries(periods, cases, orders), ...shares, ...outcomes];
}

/** So many cases by their weights: a multinomial draw, one value after another. */
function drawn(random: RandomNumbers, all: number, weights: readonly number[]): readonly number[] {
	let [left, rest] = [all, weights.reduce((sum, weight) => sum + weight, 0)];
	return weights.map((weight) => {
		const own = left > 0 ? random.binomial(left, Math.min(1, weight / rest)) : 0;
		left -= own;
		rest -= weight;
		return own;
	});
}
