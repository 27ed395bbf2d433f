import { emptyFilter } from '#lib/filter/filter.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request }) => {
	const { dataVersion } = await scopeOf(locals.person, emptyFilter, request.signal);
	return { dataVersion };
};
