import { parseFilter } from '#lib/filter/codec.ts';
import { controlChoices } from '#lib/server/questions/control-choices.ts';
import { controlPageFacts } from '#lib/server/questions/control-page.ts';
import { measureProblems } from '#lib/server/questions/measure-problems.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { controlActions } from './control-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const actions: Actions = controlActions;

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { filter, problems } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, filter, request.signal);
	const unknown = await measureProblems(url.searchParams.get('measure'));
	const choices = controlChoices((name) =>
		name === 'measure' && unknown.length > 0 ? null : url.searchParams.get(name)
	);
	return {
		filter,
		filterProblems: [...problems, ...unknown],
		dataVersion: scope.dataVersion,
		days: scope.log?.days ?? null,
		facts: await controlPageFacts(scope, choices)
	};
};
