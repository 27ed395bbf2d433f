import type { Filter } from '#lib/filter/filter.ts';
import { dimensions, type CaseField, type Dimension } from '#lib/measures/case-fields.ts';

const preferred: readonly Dimension[] = [
	'channel',
	'category',
	'subcategory',
	'priority',
	'department',
	'product',
	'shop',
	'region'
];

/**
 * Which dimensions get a button of their own and which stand under "more": those the log has; the
 * subcategory beside its category once one is chosen.
 */
export function barDimensions(
	filter: Filter,
	columns: readonly CaseField[]
): { readonly shown: readonly Dimension[]; readonly more: readonly Dimension[] } {
	const held = dimensions.filter((name) => columns.includes(name) || filter.dimensions[name]);
	const shown = preferred.filter(
		(name) =>
			held.includes(name) &&
			(name !== 'subcategory' || filter.dimensions.category || filter.dimensions.subcategory)
	);
	return { shown, more: held.filter((name) => !shown.includes(name)) };
}
