import { parseFilter } from '#lib/filter/codec.ts';
import { overviewFacts } from '#lib/server/questions/overview-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { annotations } from '#lib/server/record/annotations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { filter, problems } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, filter, request.signal);
	return {
		filter,
		filterProblems: problems,
		dataVersion: scope.dataVersion,
		days: scope.log?.days ?? null,
		comparison: scope.log?.comparison ?? null,
		asOfDay: scope.log?.asOfDay ?? null,
		facts: await overviewFacts(scope),
		annotations: await annotations()
	};
};
