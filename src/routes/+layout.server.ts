import { emptyFilter } from '#lib/filter/filter.ts';
import { parseFilter } from '#lib/filter/codec.ts';
import type { LogState, ThemeNames } from '#lib/filter/log-state.ts';
import { themeNames } from '#lib/server/questions/themes-names.ts';
import { runningImprovements } from '#lib/server/questions/improvements-board.ts';
import { scopeOf, type Scope } from '#lib/server/questions/scope.ts';
import { savedViews } from '#lib/server/record/views.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, request }) => {
	// The frame speaks of whole logs: of a filter only the choice of sources concerns it.
	const { sources, themes } = parseFilter(url.searchParams).filter;
	const scope = await scopeOf(locals.person, { ...emptyFilter, sources }, request.signal);
	return {
		zone: scope.zone,
		theme: locals.theme,
		person: locals.person,
		log: logState(scope, themes ? await themeNames(scope) : {}),
		dataVersion: scope.dataVersion,
		views: await savedViews(locals.person),
		open: { improvements: await runningImprovements() }
	};
};

function logState(
	{ log, columns, demo, quarantined, allSources: sources }: Scope,
	themeNames: ThemeNames
): LogState | null {
	if (log === null) return null;
	const { firstDay, asOfDay, lastDay, asOf, cases } = log;
	return {
		firstDay,
		asOfDay,
		lastDay,
		asOf,
		cases,
		columns,
		demo,
		sources,
		themeNames,
		rowsSetAside: quarantined
	};
}
