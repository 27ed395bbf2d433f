import { judgedStages } from '#lib/calendar/policy.ts';
import { parseFilter } from '#lib/filter/codec.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { timelinessClocks, timelinessFacts } from '#lib/server/questions/timeliness-page.ts';
import { annotationsOf } from '#lib/server/improvement/marks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { filter, problems } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, filter, request.signal);
	const own = <T extends string>(name: string, values: readonly T[]): T | null =>
		values.find((value) => value === url.searchParams.get(name)) ?? null;
	return {
		filter,
		filterProblems: problems,
		dataVersion: scope.dataVersion,
		columns: scope.columns,
		days: scope.log?.days ?? null,
		facts: await timelinessFacts(scope, {
			clock: own('time', timelinessClocks) ?? 'wall',
			stage: own('stage', judgedStages)
		}),
		annotations: await annotationsOf(filter)
	};
};
