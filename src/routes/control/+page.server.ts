import { parseFilter } from '#lib/filter/codec.ts';
import { controlChoices } from '#lib/server/questions/control-choices.ts';
import { controlPageFacts } from '#lib/server/questions/control-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { controlActions } from './control-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const actions: Actions = controlActions;

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { filter, problems } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, filter, request.signal);
	const choices = controlChoices((name) => url.searchParams.get(name));
	return {
		filter,
		filterProblems: problems,
		dataVersion: scope.dataVersion,
		days: scope.log?.days ?? null,
		facts: await controlPageFacts(scope, choices)
	};
};
