import { page } from '$app/state';
import type { MarkMenuFacts } from '#lib/components/marked-chart.ts';
import { foldedKey, valuesOf, type Group } from '#lib/measures/category-tree.ts';
import { narrowed } from '#lib/filter/change.ts';
import { ownParameters } from '#lib/filter/own.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { casesHref, pageHref } from '#lib/filter/href.ts';
import { improveHref } from '#lib/filter/improve.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';

type Named = Pick<Group, 'key' | 'folded'>;

/** A value as the page writes it: the blank group and folded values have words of their own. */
export function groupName(f: Formats, group: Pick<Group, 'key' | 'values'>): string {
	if (group.key === foldedKey)
		return m.categories_folded({ count: group.values, shown: f.count(group.values) });
	return group.key ?? m.blank_value();
}

/** The filter narrowed to a category, or to subcategories of it; null where no address can say it. */
export function narrowedTo(filter: Filter, category: Named, subcategory?: Named): Filter | null {
	const values = valuesOf(category);
	if (values === null) return null;
	const chosen = narrowed(filter, 'category', values);
	if (subcategory === undefined) return chosen;
	const inside = valuesOf(subcategory);
	return inside && narrowed(chosen, 'subcategory', inside);
}

/** The filter narrowed to a row of a grid, whose rows are categories or subcategories. */
export function narrowedToRow(
	filter: Filter,
	level: 'category' | 'subcategory',
	row: Named
): Filter | null {
	const values = valuesOf(row);
	return values && narrowed(filter, level, values);
}

/** The menu of a mark that stands for these cases. Filtering keeps the page's choices but the category looked into. */
export function menuOf(
	f: Formats,
	cases: number,
	total: number | null,
	chosen: Filter | null
): MarkMenuFacts {
	return {
		cases,
		casesText: f.count(cases),
		shareText: total === null ? undefined : f.percent(cases / total),
		...(chosen && {
			filterHref: pageHref('/categories', chosen, {
				...ownParameters(page.url.searchParams),
				inside: ''
			}),
			casesHref: casesHref(chosen),
			compareHref: pageHref('/drivers', { ...chosen, comparison: 'rest' }),
			improveHref: improveHref({
				page: '/categories',
				own: ownParameters(page.url.searchParams),
				filter: chosen
			})
		})
	};
}
