import { linearRegression } from '#lib/statistics/regression/linear-regression.ts';
import { quasiBinomial } from '#lib/statistics/regression/quasi-binomial.ts';
import { changeOf } from './check-change.ts';
import { exposureAt, stepsOfUnit, type CheckGroup, type CheckKind } from './check-group.ts';
import type { Places } from './check-rate.ts';
import { quantileOf } from './check-values.ts';
import type { Change } from './outcome.ts';

/**
 * How much more a group changed than the comparison group over the same periods (difference in differences).
 * Rates and counts: the interaction of group and after in a regression of both groups with an effect of every
 * period, so that whatever moves both, seasons included, cancels. Others: the difference of both changes, its
 * interval from both intervals.
 * Sources: Angrist & Pischke (2009), § 5.2; intervals by recovery, Zou & Donner (2008), Stat. Med. 27:1693.
 */
export function changeAgainst(
	own: CheckGroup,
	comparison: CheckGroup,
	kind: CheckKind,
	places: Places
): Change | null {
	if (kind === 'rate') return rateAgainst(own, comparison, places);
	const one = changeOf(own, kind, places, null);
	const other = changeOf(comparison, kind, places, null);
	if (!one || !other) return null;
	const estimate = one.estimate - other.estimate;
	return {
		kind: one.kind,
		estimate,
		lower: estimate - Math.hypot(one.estimate - one.lower, other.upper - other.estimate),
		upper: estimate + Math.hypot(one.upper - one.estimate, other.estimate - other.lower),
		df: Math.min(one.df, other.df),
		dispersion: Math.max(one.dispersion, other.dispersion)
	};
}

function rateAgainst(
	own: CheckGroup,
	comparison: CheckGroup,
	{ before, after }: Places
): Change | null {
	const places = [...before, ...after];
	const ours = places.map((at) => own.series.amounts[at] ?? 0);
	const both = places.map((at, i) => ours[i]! + (comparison.series.amounts[at] ?? 0));
	const offsets = places.map((at) =>
		Math.log(exposureAt(own.series, at) / exposureAt(comparison.series, at))
	);
	const step = places.map((_, i) => (i < before.length ? 0 : 1));
	const fit = quasiBinomial([places.map(() => 1), step], 1, ours, both, offsets);
	return fit && { kind: 'ratio', ...fit };
}

/** Less likely than this by chance is a trend. */
const trendLevel = 0.05;
/** Of a group alone less is needed to be one by chance: seasons make trends of a year. */
const driftLevel = 0.01;

/** Whether both groups were drifting apart (on the scale of the change) before the effective date. */
export function preTrendsDiffer(
	own: CheckGroup,
	comparison: CheckGroup,
	kind: CheckKind,
	before: readonly number[]
): boolean {
	return drifts(
		before.map((at) => ({ at, level: levelAt(own, kind, at) - levelAt(comparison, kind, at) })),
		trendLevel
	);
}

/** Whether a group was on its way already. */
export function isDrifting(group: CheckGroup, kind: CheckKind, before: readonly number[]): boolean {
	return drifts(
		before.map((at) => ({ at, level: levelAt(group, kind, at) })),
		driftLevel
	);
}

function drifts(
	points: readonly { readonly at: number; readonly level: number }[],
	below: number
): boolean {
	if (points.length < 4) return false;
	const { pValue } = linearRegression(
		points.map(({ at }) => at),
		points.map(({ level }) => level)
	);
	return pValue !== null && pValue < below;
}

/** A period on the scale changes are estimated on. */
function levelAt({ series, times }: CheckGroup, kind: CheckKind, at: number): number {
	const amount = series.amounts[at] ?? 0;
	switch (kind) {
		case 'rate':
			return Math.log((amount + 0.5) / exposureAt(series, at));
		case 'share':
			return amount / series.sizes[at]!;
		case 'mean':
			return amount;
		case 'time':
			return (quantileOf([times[at]!]) ?? NaN) / stepsOfUnit;
	}
}
