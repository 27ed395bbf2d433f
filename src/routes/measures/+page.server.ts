import { emptyFilter } from '#lib/filter/filter.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { dataVersion } = await scopeOf(locals.person, emptyFilter);
	return { dataVersion };
};
