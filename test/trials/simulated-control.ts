import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { normalQuantile } from '#lib/statistics/distributions/normal.ts';
import type { RandomNumbers } from './random-numbers.ts';

/** Months of every series. */
export const months = 36;

export const periods = Array.from({ length: months }, (_, at): ControlPeriod => ({
	since: new Date(Date.UTC(2023, at, 1)).toISOString().slice(0, 10),
	until: new Date(Date.UTC(2023, at + 1, 1)).toISOString().slice(0, 10),
	days: new Date(Date.UTC(2023, at + 1, 0)).getUTCDate(),
	partial: false
}));

const series = (
	family: ControlSeries['family'],
	amounts: readonly number[],
	sizes: readonly number[]
): ControlSeries => ({ family, amounts, sizes, periods, cases: [], multiplier: 1 });

const values = (all: readonly number[]): ControlSeries =>
	series(
		'individual',
		all,
		all.map(() => 1)
	);

/** Something counted in months of different length that grows by 12 % a year, `mean` in the first. */
function growing(random: RandomNumbers, mean: number): readonly number[] {
	return periods.map(({ days }, at) =>
		Math.round(mean * (days / 30.4) * 1.12 ** (at / 12) * Math.exp(0.05 * random.normal()))
	);
}

/** Counts of a rate that only wobbles by `variation` of itself, gamma. */
export function stableRate(random: RandomNumbers, mean: number, variation: number): ControlSeries {
	const orders = growing(random, 10_000);
	const shape = 1 / variation ** 2;
	const wobble = (): number => (variation > 0 ? random.gamma(shape) / shape : 1);
	return series(
		'rate',
		orders.map((count) => random.poisson(mean * (count / 10_000) * wobble())),
		orders
	);
}

/** Shares that only wobble around `share` with this standard deviation, beta; 0: chance alone. */
export function stableShare(
	random: RandomNumbers,
	{
		share,
		spread,
		size
	}: { readonly share: number; readonly spread: number; readonly size: number }
): ControlSeries {
	const sizes = growing(random, size);
	const weight = (share * (1 - share)) / spread ** 2 - 1;
	const own = (): number => {
		if (spread === 0) return share;
		const above = random.gamma(share * weight);
		return above / (above + random.gamma((1 - share) * weight));
	};
	return series(
		'share',
		sizes.map((count) => random.binomial(count, own())),
		sizes
	);
}

/** Medians of handling times, log-normal with a standard deviation of 1 on the log scale. */
export function stableMedian(random: RandomNumbers, size: number): ControlSeries {
	const medians = growing(random, size).map((count) => {
		// The middle of n uniform numbers is beta distributed.
		const half = Math.ceil(count / 2);
		const [low, high] = [random.gamma(half), random.gamma(half)];
		return 600 * Math.exp(normalQuantile(low / (low + high)));
	});
	return { ...values(medians), logarithmic: true };
}

/** Normal values around a level that never changes. */
export function stableValue(random: RandomNumbers): ControlSeries {
	return values(periods.map(() => 600 + 60 * random.normal()));
}
