import { sum } from '#lib/statistics/sum.ts';
import type { GridCounts } from '#lib/statistics/testing/widened-shift.ts';
import { exposureAt, stepsOfUnit, type CheckGroup, type CheckKind } from './check-group.ts';
import type { Places } from './check-rate.ts';
import type { Plan } from './plan.ts';
import type { BeforeAfter } from './verdict.ts';

/** Counts and money are said per month of 365.25 ÷ 12 days, or per week. */
const daysOf: Readonly<Record<Plan['step'], number>> = { month: 30.4375, week: 7 };

/** Values before and after in the unit the measure is shown in, each from all its cases together. */
export function valuesOf(
	group: CheckGroup,
	kind: CheckKind,
	step: Plan['step'],
	{ before, after }: Places
): BeforeAfter {
	const cases = (places: readonly number[]): number =>
		sum(places.map((at) => group.series.cases[at] ?? 0));
	return {
		before: valueOf(group, kind, step, before),
		after: valueOf(group, kind, step, after),
		beforePoints: before.length,
		afterPoints: after.length,
		beforeCases: cases(before),
		afterCases: cases(after)
	};
}

function valueOf(
	group: CheckGroup,
	kind: CheckKind,
	step: Plan['step'],
	places: readonly number[]
): number | null {
	const { series } = group;
	if (places.length === 0) return null;
	const amounts = places.map((at) => series.amounts[at] ?? 0);
	switch (kind) {
		case 'rate': {
			const exposure = sum(places.map((at) => exposureAt(series, at)));
			const per = series.family === 'rate' ? series.multiplier : daysOf[step];
			return (sum(amounts) / exposure) * per;
		}
		case 'share':
			return sum(amounts) / sum(places.map((at) => series.sizes[at] ?? 0));
		case 'mean': {
			const cases = places.map((at) => series.cases[at] ?? 0);
			return sum(amounts.map((mean, i) => mean * cases[i]!)) / sum(cases);
		}
		case 'time': {
			const middle = quantileOf(
				places.flatMap((at) => group.times[at] ?? []),
				group.quantile
			);
			return middle === null || middle === Infinity ? null : Math.exp(middle / stepsOfUnit);
		}
	}
}

/** Step of the grid that such a part of the cases does not pass; null without a case. */
export function quantileOf(periods: readonly GridCounts[], part = 0.5): number | null {
	const cells = periods
		.flatMap(({ at, counts }) => at.map((value, i) => [value, counts[i]!] as const))
		.sort(([a], [b]) => (a === b ? 0 : a - b));
	const wanted = sum(cells.map(([, count]) => count)) * part;
	let passed = 0;
	for (const [value, count] of cells) {
		passed += count;
		if (passed >= wanted) return value;
	}
	return null;
}
