import type { Choosable } from '#lib/filter/change.ts';
import { formatFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { FilterPlace } from './place.ts';

/** The page that lists the values one can choose, for browsers without script and for long lists. */
export function chooseHref(dimension: Choosable, filter: Filter, place: FilterPlace): string {
	const parameters = formatFilter(filter);
	for (const [name, value] of Object.entries(place.own)) parameters.set(name, value);
	parameters.set('for', place.page);
	return `/choose/${dimension}?${parameters}`;
}
