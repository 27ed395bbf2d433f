import { placesLike } from './places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const typed = url.searchParams.get('q') ?? '';
	return { typed, places: await placesLike(locals.person, typed, request.signal) };
};
