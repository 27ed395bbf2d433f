import { fail, redirect } from '@sveltejs/kit';
import { parseFilter } from '#lib/filter/codec.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { themesState } from '#lib/server/questions/themes-page.ts';
import { correctCase } from '#lib/server/record/corrections.ts';
import { log } from '#lib/server/serving/log.ts';
import { startReading } from '#lib/server/themes/reading.ts';
import { refuseSuggestion } from '#lib/server/themes/refusals.ts';
import type { Actions, PageServerLoad } from './$types';

const onFailure = (error: unknown) => log.error({ err: error }, 'narratives were not read');

export const load: PageServerLoad = async ({ locals, url, request, depends }) => {
	depends('redress:themes');
	const { filter, problems } = parseFilter(url.searchParams);
	const scope = await scopeOf(locals.person, filter, request.signal);
	return {
		filter,
		filterProblems: problems,
		dataVersion: scope.dataVersion,
		days: scope.log?.days ?? null,
		comparison: scope.log?.comparison ?? null,
		state: await themesState(scope, onFailure)
	};
};

export const actions: Actions = {
	read: async ({ locals, url, request }) => {
		const scope = await scopeOf(locals.person, emptyFilter, request.signal);
		startReading(scope.sources, scope.dataVersion, onFailure);
		redirect(303, back(url));
	},
	accept: async ({ locals, url, request }) => {
		const form = await request.formData();
		const { source, caseNo, category } = chosen(form);
		const result = await correctCase(
			locals.person,
			{ source, caseNo },
			// Only a case still unclassified is touched.
			{ field: 'category', value: category, seen: null, reason: text(form, 'reason') }
		);
		if ('problem' in result) return fail(409, { problem: 'changed' as const });
		redirect(303, `${back(url)}#suggestions`);
	},
	refuse: async ({ locals, url, request }) => {
		const { source, caseNo, category } = chosen(await request.formData());
		await refuseSuggestion(locals.person, { source, caseNo }, category);
		redirect(303, `${back(url)}#suggestions`);
	}
};

/** The page as it was chosen; the name of the action stands first in the query. */
function back(url: URL): string {
	const parameters = new URLSearchParams(url.searchParams);
	for (const name of [...parameters.keys()]) if (name.startsWith('/')) parameters.delete(name);
	const query = parameters.toString();
	return query === '' ? url.pathname : `${url.pathname}?${query}`;
}

function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.slice(0, 500) : '';
}

function chosen(form: FormData) {
	return {
		source: text(form, 'source'),
		caseNo: text(form, 'case'),
		category: text(form, 'category')
	};
}
