import { betaQuantile } from '#lib/statistics/distributions/beta.ts';
import { quasiPoisson } from '#lib/statistics/regression/quasi-poisson.ts';
import { sum } from '#lib/statistics/sum.ts';
import { exposureAt, type CheckGroup } from './check-group.ts';
import type { Change } from './outcome.ts';

/** Places of the periods before and after that are counted. */
export interface Places {
	readonly before: readonly number[];
	readonly after: readonly number[];
}

/**
 * Change of a rate, a count or an amount: quasi-Poisson regression with orders or days as exposure, a step
 * at the effective date and, where they are given, terms of the season. Without a case after, the interval
 * is the exact one of the counts divided by their dispersion before.
 * @param terms one column a term, one entry a period; columns that do not vary are left out
 */
export function rateChange(
	{ series }: CheckGroup,
	{ before, after }: Places,
	terms: readonly (readonly number[])[] | null
): Change | null {
	const places = [...before, ...after];
	const counts = places.map((at) => series.amounts[at] ?? 0);
	const exposures = places.map((at) => exposureAt(series, at));
	const constant = places.map(() => 1);
	const step = places.map((_, i) => (i < before.length ? 0 : 1));
	const own = (terms ?? [])
		.map((term) => places.map((at) => term[at] ?? 0))
		.filter((column) => column.some((value) => value !== column[0]));
	const events = {
		before: sum(counts.slice(0, before.length)),
		after: sum(counts.slice(before.length))
	};
	// Nothing to compare with is no change of anything.
	if (events.before === 0 || after.length === 0) return null;
	if (events.after === 0) {
		const alone = quasiPoisson(
			[constant.slice(0, before.length)],
			0,
			counts.slice(0, before.length),
			exposures.slice(0, before.length)
		);
		return alone && noneAfter(events.before, exposures, before.length, alone);
	}
	const fit = quasiPoisson([constant, step, ...own], 1, counts, exposures);
	return fit && { kind: 'ratio', ...fit };
}

/** Ratio 0; its upper limit from the binomial share of events after given the total (Clopper–Pearson). */
function noneAfter(
	events: number,
	exposures: readonly number[],
	split: number,
	{ dispersion, df }: { readonly dispersion: number; readonly df: number }
): Change {
	const perOdds = sum(exposures.slice(0, split)) / sum(exposures.slice(split));
	const share = betaQuantile(0.975, 1, events / dispersion);
	return {
		kind: 'ratio',
		estimate: -Infinity,
		lower: -Infinity,
		upper: Math.log((share / (1 - share)) * perOdds),
		df,
		dispersion
	};
}
