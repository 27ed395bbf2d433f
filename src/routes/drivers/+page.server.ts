import { parseFilter } from '#lib/filter/codec.ts';
import { driversFacts } from '#lib/server/questions/drivers-page.ts';
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
		facts: await driversFacts(scope, {
			measure: chosen('measure'),
			by: chosen('by'),
			error: chosen('error')
		})
	};
};
