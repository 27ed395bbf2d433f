import { json } from '@sveltejs/kit';
import { widened } from '#lib/filter/change.ts';
import { parseFilter } from '#lib/filter/codec.ts';
import { dimensions } from '#lib/measures/case-fields.ts';
import { dimensionValues } from '#lib/server/questions/dimension-values.ts';
import { problem } from '#lib/server/http/problem.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { sourceValues } from '#lib/server/questions/source-values.ts';
import type { RequestHandler } from './$types';

/** Values a filter can be narrowed to: of a dimension, or the logs there are (`source`). */
export const GET: RequestHandler = async ({ params, url, locals, request }) => {
	const dimension = [...dimensions, 'source' as const].find((name) => name === params.dimension);
	if (!dimension) return problem(404, 'unknown_dimension', { dimension: params.dimension });
	const { filter } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, widened(filter, dimension), request.signal);
	const counted =
		dimension === 'source' ? await sourceValues(scope) : await dimensionValues(scope, dimension);
	return json(counted, { headers: { 'cache-control': 'private, no-cache' } });
};
