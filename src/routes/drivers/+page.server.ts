import { parseFilter } from '#lib/filter/codec.ts';
import { associationFacts } from '#lib/server/questions/drivers-association.ts';
import { hotspotFacts } from '#lib/server/questions/drivers-hotspots.ts';
import { driversFacts } from '#lib/server/questions/drivers-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { PageServerLoad } from './$types';
import { driverViews } from './views.ts';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { filter, problems } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, filter, request.signal);
	const chosen = (name: string) => url.searchParams.get(name);
	const view = driverViews.find((name) => name === chosen('view')) ?? 'change';
	return {
		filter,
		filterProblems: problems,
		dataVersion: scope.dataVersion,
		days: scope.log?.days ?? null,
		comparison: scope.log?.comparison ?? null,
		view,
		change:
			view === 'change'
				? await driversFacts(scope, {
						measure: chosen('measure'),
						by: chosen('by'),
						error: chosen('error')
					})
				: null,
		association: view === 'association' ? await associationFacts(scope, chosen('outcome')) : null,
		hotspots:
			view === 'hotspots'
				? await hotspotFacts(scope, { what: chosen('what'), place: chosen('place') })
				: null
	};
};
