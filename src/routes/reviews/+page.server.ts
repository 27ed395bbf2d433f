import { monthsOfReviews } from '#lib/server/questions/review-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request }) => ({
	months: await monthsOfReviews(locals.person, request.signal)
});
