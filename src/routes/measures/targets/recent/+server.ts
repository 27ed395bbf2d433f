import { error, json } from '@sveltejs/kit';
import { emptyFilter } from '#lib/filter/filter.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { recentOf } from '../target-recent.ts';
import type { RequestHandler } from './$types';

/** What the measure of a target to be set stood at, asked again as the form is filled in. */
export const GET: RequestHandler = async ({ url, locals, request }) => {
	const named = (name: string): string => url.searchParams.get(name) ?? '';
	const log = await scopeOf(locals.person, emptyFilter, request.signal);
	const place = { measure: named('measure'), scope: named('scope'), span: named('span') };
	const found = await recentOf(log, place);
	if (!found) error(400);
	return json(found, { headers: { 'cache-control': 'no-store' } });
};
