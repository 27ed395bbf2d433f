import { wallFacts } from '../wall-facts.ts';
import type { RequestHandler } from './$types';

/** What the wallboard shows, anew: asked for when the data have changed. */
export const GET: RequestHandler = async ({ locals, request }) =>
	Response.json(await wallFacts(locals.person, request.signal, true), {
		headers: { 'cache-control': 'no-store' }
	});
