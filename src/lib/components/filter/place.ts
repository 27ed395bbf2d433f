import { formatFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { pageHref, type FilteredPage } from '#lib/filter/href.ts';

/** Where a filter bar stands: its page and that page's own choices, kept whatever is filtered. */
export interface FilterPlace {
	readonly page: FilteredPage;
	readonly own: Readonly<Record<string, string>>;
}

/** This page with another filter. */
export function hrefWith(place: FilterPlace, filter: Filter): string {
	return pageHref(place.page, filter, place.own);
}

/** Name and value of everything a form must carry to keep a filter and the page's own choices. */
export function carried(place: FilterPlace, filter: Filter): [string, string][] {
	return [...formatFilter(filter), ...Object.entries(place.own)];
}
