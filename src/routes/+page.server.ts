import { redirect } from '@sveltejs/kit';
import { parseFilter } from '#lib/filter/codec.ts';
import { overviewFacts } from '#lib/server/questions/overview-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { annotationsOf } from '#lib/server/improvement/marks.ts';
import { savedViews } from '#lib/server/record/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	// Typed in or opened from a bookmark, not reached by a link of our own: the home view, if there is one.
	if (url.search === '' && request.headers.get('sec-fetch-site') === 'none') {
		const home = (await savedViews(locals.person)).find((view) => view.home);
		if (home && home.address !== '/') redirect(303, home.address);
	}
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
		annotations: await annotationsOf(filter)
	};
};
