import { error, redirect } from '@sveltejs/kit';
import { widened } from '#lib/filter/change.ts';
import { parseFilter } from '#lib/filter/codec.ts';
import { casesHref } from '#lib/filter/href.ts';
import { restOf } from '#lib/improvement/selection.ts';
import { dimensions } from '#lib/measures/case-fields.ts';
import * as m from '#lib/messages/generated/messages.js';
import { dimensionValues } from '#lib/server/questions/dimension-values.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { RequestHandler } from './$types';

/** A browser's request with its cookies must fit into what Node reads of a head, 16 kB. */
const longestAddress = 12_000;

/** "All others" of a chart: the values of a dimension that the address does not name, one by one. */
export const GET: RequestHandler = async ({ url, locals, request }) => {
	const by = dimensions.find((name) => name === url.searchParams.get('by'));
	if (!by) error(404);
	const { filter } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, widened(filter, by), request.signal);
	const { values } = await dimensionValues(scope, by);
	const others = restOf(
		filter,
		by,
		values.map(({ value }) => value)
	);
	if (!others) error(404, m.cases_others_none());
	const href = casesHref(others);
	if (href.length > longestAddress) error(404, m.cases_others_many({ count: values.length }));
	redirect(303, href);
};
