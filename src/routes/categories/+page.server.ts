import { parseFilter } from '#lib/filter/codec.ts';
import { categoriesFacts } from '#lib/server/questions/categories-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { filter, problems } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, filter, request.signal);
	const chosen = (name: string) => url.searchParams.get(name);
	return {
		filter,
		filterProblems: problems,
		dataVersion: scope.dataVersion,
		days: scope.log?.days ?? null,
		comparison: scope.log?.comparison ?? null,
		facts: await categoriesFacts(scope, {
			weight: chosen('weight'),
			inside: chosen('inside'),
			by: chosen('by')
		})
	};
};
