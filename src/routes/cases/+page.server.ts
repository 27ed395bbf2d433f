import { redirect } from '@sveltejs/kit';
import { criteria } from '#lib/components/filter/criteria.ts';
import {
	formatCaseList,
	isUnfolded,
	parseCaseList,
	unknownColumns
} from '#lib/filter/case-list.ts';
import { parseFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { pageHref } from '#lib/filter/href.ts';
import { formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import { getLocale } from '#lib/messages/generated/runtime.js';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { casesFacts } from '#lib/server/questions/cases-page.ts';
import { scopeOf, type Scope } from '#lib/server/questions/scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { filter, problems } = parseFilter(url.searchParams);
	const { list, problems: listProblems } = parseCaseList(url.searchParams);
	if (isUnfolded(url.searchParams)) redirect(303, pageHref('/cases', filter, formatCaseList(list)));
	const scope = await scopeOf(locals.person, filter, request.signal);
	const facts = await casesFacts(scope, list);
	return {
		filter,
		filterProblems: [
			...problems,
			...listProblems,
			...(scope.log ? unknownColumns(list, facts.choice) : [])
		],
		dataVersion: scope.dataVersion,
		list,
		facts,
		days: scope.log?.days ?? null,
		obstacles: facts.total === 0 && scope.log ? await obstacles(scope) : []
	};
};

/** Which criterion empties the list: each in turn taken away, and how many cases there would be. */
async function obstacles(
	scope: Scope
): Promise<{ text: string; without: Filter; cases: number }[]> {
	const { filter, zone, person, signal } = scope;
	const f = formats(getLocale(), zone);
	const all = [
		...criteria(filter, [], f),
		...(filter.search
			? [
					{
						text: m.cases_criterion_search({ text: filter.search }),
						without: withoutSearch(filter)
					}
				]
			: []),
		...(scope.log
			? [
					{
						text: m.cases_criterion_days({ days: f.dayRange(scope.log.days) }),
						without: { ...filter, period: 'all' as const }
					}
				]
			: [])
	];
	const counted = await Promise.all(
		all.map(async ({ text, without }) => {
			const [row] = await ask(await scopeOf(person, without, signal), caseCount);
			return { text, without, cases: row?.cases ?? 0 };
		})
	);
	return counted.filter(({ cases }) => cases > 0);
}

function withoutSearch({ search: _, ...filter }: Filter): Filter {
	return filter;
}
