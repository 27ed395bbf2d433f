import { twoSidedTPValue, twoSidedTQuantile } from '#lib/statistics/distributions/student-t.ts';
import type { Measure } from './measure.ts';

/** A month of a span that is not over, or what is left of it, as its control chart expects it. */
export interface ComingMonth {
	/** Share of the month that is still to come, 0–1. */
	readonly share: number;
	/** What it will be counted in by then: orders, cases. Of sums it does not matter. */
	readonly size: number;
	/** Expected value of the whole month, and its scatter about that (one sigma). */
	readonly center: number;
	readonly sigma: number;
}

/** What is known of a span by now. */
export interface KnownPart {
	/** Value so far: the sum, or the mean over `size`; null while there is none. */
	readonly value: number | null;
	readonly size: number;
}

export interface Outlook {
	/** Expected for the whole span when it is over. */
	readonly value: number;
	readonly lower80: number;
	readonly upper80: number;
	/** Probability that the target is met, 0–1. */
	readonly probability: number;
}

export interface OutlookDesign {
	/** The span's value is the sum of its months, else their mean by size. */
	readonly sums: boolean;
	/** Judged on the logarithms of the values, as a chart of times is. */
	readonly inLogs: boolean;
	/** Months the limits were made from: how well centre and sigma are known. */
	readonly judged: number;
}

export function meetsTarget(value: number, target: number, better: Measure['better']): boolean {
	return better === 'higher' ? value >= target : value <= target;
}

/** Only what has come is certain. */
const surest = 0.999;

/**
 * Whether a target will be met at the end of its span if the months to come behave as the control limits
 * describe them: what is known stays, each coming month is its centre with the scatter of its limits (a part
 * of a month scatters as its share of a whole one), months are independent, and the centre itself is known
 * from so many months only. Student's t.
 * Source: prediction of a finite sum or weighted mean from a process in statistical control (Wheeler,
 * Understanding Variation, ch. 4); variance of a prediction = variance of what comes + of the centre.
 */
export function outlookFrom(
	known: KnownPart,
	coming: readonly ComingMonth[],
	target: number,
	better: Measure['better'],
	{ sums, inLogs, judged }: OutlookDesign
): Outlook | null {
	if (judged < 3) return null;
	const scale = inLogs ? Math.log : (value: number): number => value;
	const back = inLogs ? Math.exp : scale;
	if (inLogs && (!(target > 0) || coming.some(({ center }) => !(center > 0)))) return null;
	const has = known.value !== null && known.size > 0;
	const whole = (has ? known.size : 0) + total(coming.map(({ size }) => size));
	const weight = ({ share, size }: ComingMonth): number => (sums ? share : size / whole);
	const start = has ? scale(known.value!) * (sums ? 1 : known.size / whole) : 0;
	const mean = start + total(coming.map((month) => weight(month) * scale(month.center)));
	const scatter = coming.filter(({ share }) => share > 0);
	const variance =
		total(scatter.map((month) => (weight(month) * month.sigma) ** 2 / month.share)) +
		total(scatter.map((month) => weight(month) * month.sigma)) ** 2 / judged;
	const error = Math.sqrt(variance);
	const least = sums && has ? known.value! : -Infinity;
	const reach = error * twoSidedTQuantile(0.8, judged - 1);
	const interval = { lower80: Math.max(least, back(mean - reach)), upper80: back(mean + reach) };
	const value = back(mean);
	if (![value, interval.lower80, interval.upper80].every(Number.isFinite)) return null;
	const told = { value, ...interval };
	if (sums && better === 'lower' && least > target) return { ...told, probability: 0 };
	if (sums && better === 'higher' && least >= target) return { ...told, probability: 1 };
	if (!(error > 0)) return { ...told, probability: meetsTarget(value, target, better) ? 1 : 0 };
	const distance = (scale(target) - mean) / error;
	const tail = twoSidedTPValue(distance, judged - 1) / 2;
	const below = distance > 0 ? 1 - tail : tail;
	return { ...told, probability: sure(better === 'higher' ? 1 - below : below) };
}

/**
 * The same from forecasts of the coming months, each with its own error. Errors are taken to go together, as
 * those of neighbouring months nearly do: a quantile of the sum is then the sum of the quantiles, which makes
 * the interval wide rather than narrow.
 *
 * @param known cases of the span's months that are over, and in `least` also those of the running one
 * @param quantile of each coming month at a probability
 */
export function outlookOfSum(
	known: { readonly over: number; readonly least: number },
	quantiles: readonly ((probability: number) => number)[],
	target: number,
	better: Measure['better']
): Outlook {
	const at = (probability: number): number =>
		Math.max(known.least, known.over + total(quantiles.map((quantile) => quantile(probability))));
	const told = { value: at(0.5), lower80: at(0.1), upper80: at(0.9) };
	if (better === 'lower' && known.least > target) return { ...told, probability: 0 };
	if (better === 'higher' && known.least >= target) return { ...told, probability: 1 };
	let [low, high] = [0.0005, 0.9995];
	for (let round = 0; round < 40; round++) {
		const middle = (low + high) / 2;
		if (at(middle) > target) high = middle;
		else low = middle;
	}
	const below = (low + high) / 2;
	return { ...told, probability: sure(better === 'higher' ? 1 - below : below) };
}

function sure(probability: number): number {
	return Math.min(surest, Math.max(1 - surest, probability));
}

function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
