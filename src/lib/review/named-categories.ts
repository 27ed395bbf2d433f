import type { CategoryRow } from './month-review.ts';

/** The rows of categories; none where no case has one, and all of them stand in one blank row. */
export function namedCategories(rows: readonly CategoryRow[]): readonly CategoryRow[] {
	const each = rows.filter(({ kind }) => kind === 'category');
	return each.some(({ category }) => Boolean(category)) ? each : [];
}
