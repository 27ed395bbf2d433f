import { foldedKey, ranked, type CategoryGroup, type Group } from '#lib/measures/category-tree.ts';

/** A category as a whole, or one of its subcategories. */
export interface Area {
	readonly category: CategoryGroup;
	readonly inside?: Group;
}

const mostCategories = 24;
const mostSubcategories = 12;

/** What a picture can hold: the rest of each list is folded into one area. By cases, whatever the weight. */
export function nested(tree: readonly CategoryGroup[]): CategoryGroup[] {
	const byCases = <G extends Group>(group: G): G => ({ ...group, amount: group.cases });
	return ranked(tree.map(byCases), mostCategories, (group) => ({ ...group, inside: [] })).map(
		(group) => ({
			...group,
			inside: ranked(group.inside.filter(({ cases }) => cases > 0).map(byCases), mostSubcategories)
		})
	);
}

/** The areas drawn: subcategories, and categories that have none. */
export function areas(tree: readonly CategoryGroup[]): Area[] {
	return tree.flatMap((category): Area[] =>
		category.inside.length > 0
			? category.inside.map((inside) => ({ category, inside }))
			: [{ category }]
	);
}

/** The largest area that stands for one problem. */
export function largest(all: readonly Area[]): Area | undefined {
	return all
		.filter(({ category, inside }) => {
			const key = (inside ?? category).key;
			return key !== null && key !== foldedKey;
		})
		.sort((a, b) => (b.inside ?? b.category).cases - (a.inside ?? a.category).cases)[0];
}
