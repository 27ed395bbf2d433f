import { json } from '@sveltejs/kit';
import { placesLike } from '../../find/places.ts';
import type { RequestHandler } from './$types';

/** What the palette lists for what was typed so far. */
export const GET: RequestHandler = async ({ locals, url, request }) =>
	json(await placesLike(locals.person, url.searchParams.get('q') ?? '', request.signal), {
		headers: { 'cache-control': 'private, no-store' }
	});
