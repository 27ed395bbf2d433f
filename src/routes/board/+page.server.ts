import { parseFilter } from '#lib/filter/codec.ts';
import { boardOf } from '#lib/server/questions/board.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { boardArrangement } from '#lib/server/record/board-arrangements.ts';
import { boardActions } from './board-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const actions: Actions = boardActions;

export const load: PageServerLoad = async ({ locals, url, request }) => {
	// The board is of whole logs and of a month of its own: of a filter only the choice of logs concerns it.
	const { sources } = parseFilter(url.searchParams).filter;
	const filter = { ...emptyFilter, sources };
	const { dataVersion } = await scopeOf(locals.person, filter, request.signal);
	const month = url.searchParams.get('month');
	const arrangement = await boardArrangement(locals.person);
	return {
		filter,
		dataVersion,
		arrangement,
		board: await boardOf(
			locals.person,
			{
				month: month === null ? null : `${month.slice(0, 7)}-01`,
				sources,
				measures: arrangement.measures
			},
			request.signal
		)
	};
};
