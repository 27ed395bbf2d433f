import { parseFilter } from '#lib/filter/codec.ts';
import { overviewFacts } from '#lib/server/questions/overview-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { allAnnotations } from '#lib/server/improvement/marks.ts';
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
		annotations: await allAnnotations()
	};
};
