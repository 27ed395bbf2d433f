import { narrowed } from '#lib/filter/change.ts';
import type { DayRange, Filter } from '#lib/filter/filter.ts';
import { twoSidedNormalPValue } from '#lib/statistics/distributions/normal.ts';
import { pooledZ } from '#lib/statistics/proportion/difference.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import type { CategoryComparison, CategoryRow } from './month-review.ts';

/** Cases of a category in some days; null is the blank group. */
export interface CategoryCount {
	readonly category: string | null;
	readonly cases: number;
	readonly resolved: number;
	readonly state_told: number;
}

export interface CategorySpan {
	readonly days: DayRange;
	readonly counts: readonly CategoryCount[];
}

const level = 0.05;

/**
 * The table 消费者协会 publish: cases received by category, their share with its change in points to the month
 * before and to last year, and how many are resolved. Which changes are more than chance is corrected for all
 * rows of the table (Benjamini–Hochberg).
 * @param all cases of any period
 */
export function categoryRows(
	all: Filter,
	told: CategorySpan,
	before: CategorySpan | null,
	yearAgo: CategorySpan | null
): readonly CategoryRow[] {
	const now = withAbsent(told, [before, yearAgo]);
	const against = [before, yearAgo].map((span) => span && comparisons(all, now, span));
	const total = sumOf(now);
	const row = (
		{ category, cases, resolved, state_told }: CategoryCount,
		kind: CategoryRow['kind']
	): CategoryRow => {
		const key = kind === 'total' ? null : (category ?? '');
		const filter = filterOf(all, now.days, key);
		const told = state_told > 0;
		return {
			kind,
			category: key,
			cases,
			share: total > 0 ? cases / total : 0,
			before: against[0]?.get(key) ?? null,
			yearAgo: against[1]?.get(key) ?? null,
			resolved: told ? resolved : null,
			resolutionRate: told ? resolved / cases : null,
			filter,
			resolvedFilter: { ...filter, states: ['resolved', 'time_missing'] }
		};
	};
	const add = (of: (count: CategoryCount) => number): number =>
		now.counts.reduce((sum, count) => sum + of(count), 0);
	return [
		...now.counts.map((count) => row(count, 'category')),
		row(
			{
				category: null,
				cases: total,
				resolved: add(({ resolved }) => resolved),
				state_told: add(({ state_told }) => state_told)
			},
			'total'
		)
	];
}

/** With the categories there were cases of earlier and none now; not where there is no case at all. */
function withAbsent(now: CategorySpan, earlier: readonly (CategorySpan | null)[]): CategorySpan {
	if (sumOf(now) === 0) return now;
	const counts = new Map(now.counts.map((count) => [count.category ?? '', count]));
	for (const { category } of earlier.flatMap((span) => span?.counts ?? []))
		if (!counts.has(category ?? ''))
			counts.set(category ?? '', { category, cases: 0, resolved: 0, state_told: 0 });
	return { ...now, counts: [...counts.values()] };
}

/** Of each category, and of all (null). */
function comparisons(
	all: Filter,
	now: CategorySpan,
	then: CategorySpan
): ReadonlyMap<string | null, CategoryComparison> {
	const [total, totalThen] = [sumOf(now), sumOf(then)];
	const earlier = new Map(then.counts.map(({ category, cases }) => [category ?? '', cases]));
	const made = now.counts.map(({ category, cases }) => {
		const key = category ?? '';
		const casesThen = earlier.get(key) ?? 0;
		const z = pooledZ({ x1: cases, n1: total, x2: casesThen, n2: totalThen });
		return { key, cases, casesThen, pValue: z === null ? 1 : twoSidedNormalPValue(z) };
	});
	const { rejected } = benjaminiHochberg(
		made.map(({ pValue }) => pValue),
		level
	);
	const rows = made.map(({ key, cases, casesThen }, at): [string, CategoryComparison] => {
		const share = totalThen > 0 ? casesThen / totalThen : 0;
		return [
			key,
			{
				cases: casesThen,
				share,
				change: cases / total - share,
				changed: rejected[at] === true,
				filter: filterOf(all, then.days, key)
			}
		];
	});
	const whole = {
		cases: totalThen,
		share: 1,
		change: 0,
		changed: false,
		filter: filterOf(all, then.days, null)
	};
	return new Map<string | null, CategoryComparison>([...rows, [null, whole]]);
}

function sumOf({ counts }: CategorySpan): number {
	return counts.reduce((sum, { cases }) => sum + cases, 0);
}

function filterOf(all: Filter, period: DayRange, category: string | null): Filter {
	const filter = { ...all, period };
	return category === null ? filter : narrowed(filter, 'category', [category]);
}
