import { error } from '@sveltejs/kit';
import { fetchValues } from '#lib/components/filter/values.ts';
import { parseFilter } from '#lib/filter/codec.ts';
import { filteredPages } from '#lib/filter/href.ts';
import { ownParameters } from '#lib/filter/own.ts';
import { dimensions } from '#lib/measures/case-fields.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url, fetch }) => {
	const dimension = [...dimensions, 'source' as const].find((name) => name === params.dimension);
	if (!dimension) error(404);
	const page = filteredPages.find((path) => path === url.searchParams.get('for')) ?? '/';
	const chosen = parseFilter(url.searchParams).filter;
	return {
		dimension,
		place: { page, own: ownParameters(url.searchParams) },
		chosen,
		values: await fetchValues(dimension, chosen, fetch)
	};
};
