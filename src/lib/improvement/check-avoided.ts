import { twoSidedNormalQuantile } from '#lib/statistics/distributions/normal.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { sum } from '#lib/statistics/sum.ts';
import { exposureAt, type CheckGroup, type CheckKind } from './check-group.ts';
import type { Places } from './check-rate.ts';
import type { Change } from './outcome.ts';
import type { Avoided } from './verdict.ts';

/**
 * What did not happen after because of the change: of rates and counts the cases that would have come had
 * nothing changed less those that came, where fewer is better; of shares the cases on the bad side; of money the money. Negative
 * where there was more. Null for means and times, where a change avoids no case.
 */
export function amountAvoided(
	{ series }: CheckGroup,
	kind: CheckKind,
	better: Measure['better'],
	{ before, after }: Places,
	change: Change | null
): Avoided | null {
	if (change === null || better === 'neither') return null;
	const total = (places: readonly number[], values: readonly (number | null)[]): number =>
		sum(places.map((at) => values[at] ?? 0));
	if (kind === 'share') {
		const size = total(after, series.sizes);
		const [low, high] = [change.lower * size, change.upper * size];
		return better === 'higher'
			? { value: change.estimate * size, lower: low, upper: high }
			: { value: -change.estimate * size, lower: -high, upper: -low };
	}
	// More of what is good is no case avoided.
	if (kind !== 'rate' || better === 'higher') return null;
	const came = total(after, series.amounts);
	if (came > 0) {
		const avoided = (ratio: number): number => came / Math.exp(ratio) - came;
		return {
			value: avoided(change.estimate),
			lower: avoided(change.upper),
			upper: avoided(change.lower)
		};
	}
	const exposure = (places: readonly number[]): number =>
		sum(places.map((at) => exposureAt(series, at)));
	const events = total(before, series.amounts);
	const expected = (events / exposure(before)) * exposure(after);
	const margin = twoSidedNormalQuantile(0.95) * Math.sqrt(change.dispersion / events);
	return {
		value: expected,
		lower: expected * Math.max(0, 1 - margin),
		upper: expected * (1 + margin)
	};
}
