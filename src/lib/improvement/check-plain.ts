import { twoSidedNormalQuantile } from '#lib/statistics/distributions/normal.ts';
import { proportionDifference } from '#lib/statistics/proportion/difference.ts';
import { sum } from '#lib/statistics/sum.ts';
import { exposureAt, type CheckGroup, type CheckKind } from './check-group.ts';
import type { Places } from './check-rate.ts';
import type { Change } from './outcome.ts';

/**
 * The change as it is usually shown: all cases before against all after, as if every case were independent
 * of every other, no month good or bad as a whole and no season. Of times there is no such comparison.
 */
export function plainChangeOf(group: CheckGroup, kind: CheckKind, places: Places): Change | null {
	switch (kind) {
		case 'rate':
			return plainRate(group, places);
		case 'share':
			return plainShare(group, places);
		case 'mean':
			return plainMean(group, places);
		case 'time':
			return null;
	}
}

const known = { df: Infinity, dispersion: 1 };
const z = twoSidedNormalQuantile(0.95);

function plainRate({ series }: CheckGroup, { before, after }: Places): Change | null {
	const total = (places: readonly number[]) => ({
		events: sum(places.map((at) => series.amounts[at] ?? 0)),
		exposure: sum(places.map((at) => exposureAt(series, at)))
	});
	const [one, two] = [total(before), total(after)];
	if (one.events === 0 || two.events === 0) return null;
	const estimate = Math.log(two.events / two.exposure / (one.events / one.exposure));
	return {
		kind: 'ratio',
		...around(estimate, z * Math.sqrt(1 / one.events + 1 / two.events)),
		...known
	};
}

function plainShare({ series }: CheckGroup, { before, after }: Places): Change | null {
	const total = (places: readonly number[], values: readonly (number | null)[]): number =>
		sum(places.map((at) => values[at] ?? 0));
	const { difference, intervals } = proportionDifference(
		{
			x1: total(after, series.amounts),
			n1: total(after, series.sizes),
			x2: total(before, series.amounts),
			n2: total(before, series.sizes)
		},
		0.95
	);
	if (difference === null || !intervals.newcombe) return null;
	const [lower, upper] = intervals.newcombe;
	return { kind: 'difference', estimate: difference, lower, upper, ...known };
}

function plainMean({ series, squares }: CheckGroup, { before, after }: Places): Change | null {
	const phase = (places: readonly number[]) => {
		const cases = sum(places.map((at) => series.cases[at] ?? 0));
		const total = sum(places.map((at) => (series.amounts[at] ?? 0) * (series.cases[at] ?? 0)));
		const scatter = sum(places.map((at) => squares[at] ?? 0)) - total ** 2 / cases;
		return { mean: total / cases, variance: scatter / (cases - 1) / cases };
	};
	const [one, two] = [phase(before), phase(after)];
	const margin = z * Math.sqrt(one.variance + two.variance);
	if (!(margin > 0)) return null;
	return { kind: 'amount', ...around(two.mean - one.mean, margin), ...known };
}

function around(estimate: number, margin: number) {
	return { estimate, lower: estimate - margin, upper: estimate + margin };
}
