import { parseFilter } from '#lib/filter/codec.ts';
import { clocks, scoreMeasures, strataDimensions, timeKinds } from '#lib/measures/waiting-time.ts';
import { satisfactionFacts } from '#lib/server/questions/satisfaction-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { filter, problems } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, filter, request.signal);
	const own = <T extends string>(name: string, values: readonly T[]): T | null =>
		values.find((value) => value === url.searchParams.get(name)) ?? null;
	const measure = own('measure', scoreMeasures) ?? 'share';
	const weights = url.searchParams.get('weights') === 'on';
	return {
		filter,
		filterProblems: problems,
		dataVersion: scope.dataVersion,
		days: scope.log?.days ?? null,
		measure,
		weights,
		facts: await satisfactionFacts(scope, {
			clock: own('clock', clocks),
			time: own('time', timeKinds) ?? 'wall',
			stratum: own('stratum', strataDimensions),
			measure,
			weights
		})
	};
};
