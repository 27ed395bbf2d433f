import { widenedDifference } from '#lib/statistics/proportion/widened-difference.ts';
import { widenedMeans } from '#lib/statistics/testing/widened-means.ts';
import { widenedShift } from '#lib/statistics/testing/widened-shift.ts';
import { stepsOfUnit, type CheckGroup, type CheckKind } from './check-group.ts';
import { rateChange, type Places } from './check-rate.ts';
import type { Change } from './outcome.ts';

/**
 * How the numbers of a group changed, by the method of its kind of measure; null where it gives no answer.
 * @param terms of the season; only rates take them
 */
export function changeOf(
	group: CheckGroup,
	kind: CheckKind,
	places: Places,
	terms: readonly (readonly number[])[] | null
): Change | null {
	switch (kind) {
		case 'rate':
			return rateChange(group, places, terms);
		case 'share':
			return shareChange(group, places);
		case 'mean':
			return meanChange(group, places);
		case 'time':
			return timeChange(group, places);
	}
}

function shareChange({ series }: CheckGroup, { before, after }: Places): Change | null {
	const phase = (places: readonly number[]) => ({
		counts: places.map((at) => series.amounts[at] ?? 0),
		sizes: places.map((at) => series.sizes[at] ?? 0)
	});
	const found = widenedDifference(phase(before), phase(after));
	return found && { kind: 'difference', ...found, estimate: found.difference };
}

function meanChange({ series, squares }: CheckGroup, { before, after }: Places): Change | null {
	const phase = (places: readonly number[]) => ({
		cases: places.map((at) => series.cases[at] ?? 0),
		sums: places.map((at) => (series.amounts[at] ?? 0) * (series.cases[at] ?? 0)),
		squares: places.map((at) => squares[at] ?? 0)
	});
	const found = widenedMeans(phase(before), phase(after));
	return found && { kind: 'amount', ...found, estimate: found.difference };
}

/** On the logarithms of times: a shift of them is a ratio of times. */
function timeChange({ times }: CheckGroup, { before, after }: Places): Change | null {
	const phase = (places: readonly number[]) => places.flatMap((at) => times[at] ?? []);
	const found = widenedShift(phase(before), phase(after));
	if (!found || ![found.lower, found.upper].every(Number.isFinite)) return null;
	return {
		kind: 'ratio',
		estimate: found.shift / stepsOfUnit,
		lower: found.lower / stepsOfUnit,
		upper: found.upper / stepsOfUnit,
		df: found.df,
		dispersion: found.dispersion
	};
}
