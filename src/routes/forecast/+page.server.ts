import { parseFilter } from '#lib/filter/codec.ts';
import { forecastChoices } from '#lib/server/questions/forecast-choices.ts';
import { forecastPageFacts } from '#lib/server/questions/forecast-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { filter, problems } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, filter, request.signal);
	const choices = forecastChoices((name) => url.searchParams.get(name));
	return {
		filter,
		filterProblems: problems,
		dataVersion: scope.dataVersion,
		facts: await forecastPageFacts(scope, choices)
	};
};
