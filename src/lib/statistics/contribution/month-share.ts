import { pooledZ } from '../proportion/difference.ts';

/**
 * How unusual each month's share of a category is against the same category's other months: the
 * pooled z of month m against all months but m. For the tint of a heat map: |z| ≥ 2 stands out, and
 * many cells are looked at, so it is a hint and no test.
 * @param counts cases of the category, one a month
 * @param totals cases of all categories, one a month
 * @returns null where a month or its rest is empty, or the share is 0 or 1 throughout
 */
export function shareAgainstOtherMonths(
	counts: readonly number[],
	totals: readonly number[]
): readonly (number | null)[] {
	const count = counts.reduce((sum, n) => sum + n, 0);
	const total = totals.reduce((sum, n) => sum + n, 0);
	return counts.map((x1, month) => {
		const n1 = totals[month] ?? 0;
		const n2 = total - n1;
		return n1 === 0 || n2 === 0 ? null : pooledZ({ x1, n1, x2: count - x1, n2 });
	});
}
