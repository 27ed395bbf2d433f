import { error, fail, redirect } from '@sveltejs/kit';
import { keptFilter, parseFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { pickedFields, type PickedField } from '#lib/filter/pick-cases.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import { planFields } from '#lib/improvement/shapes.ts';
import * as m from '#lib/messages/generated/messages.js';
import { improvementOf, submit } from '#lib/server/improvement/store.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { sharedCases } from '#lib/server/questions/improvement-shared.ts';
import { comparisonsOf } from '#lib/server/questions/improvement-comparisons.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the address chooses, and for whom. */
async function picking(parameters: URLSearchParams) {
	const number = parameters.get('improvement') ?? '';
	const kept = await improvementOf(number);
	if (!kept) error(404, m.improvement_not_found({ id: number }));
	const field: PickedField =
		pickedFields.find((name) => name === parameters.get('field')) ?? 'selection';
	const { filter, problems } = parseFilter(parameters);
	return { improvement: kept.improvement, field, chosen: timeless(filter), problems };
}

/** A plan's cases are chosen whatever the days. */
function timeless({ within: _, openOn: __, ...filter }: Filter): Filter {
	return { ...filter, period: 'all', comparison: 'none' };
}

/** The plan as it would be. */
function planWith(
	plan: { readonly selection: string; readonly comparison: string },
	field: PickedField,
	wanted: string
) {
	const { selection, comparison } = plan;
	return { selection, comparison, [field]: wanted };
}

export const load: PageServerLoad = async ({ url, locals, request }) => {
	const { improvement, field, chosen, problems } = await picking(url.searchParams);
	const { plan, number, locked } = improvement;
	const { person } = locals;
	const scope = await scopeOf(person, chosen, request.signal);
	const meant = timeless(keptFilter(plan.selection));
	const whole = await scopeOf(person, meant, request.signal);
	const [[counted], shared, comparisons] = await Promise.all([
		ask(scope, caseCount),
		sharedCases(person, planWith(plan, field, selectionKey(chosen)), request.signal),
		field === 'comparison' && scope.log ? comparisonsOf(whole, meant, undefined) : []
	]);
	return {
		filter: chosen,
		filterTime: 'none' as const,
		filterProblems: problems,
		dataVersion: scope.dataVersion,
		number,
		theme: plan.theme,
		field,
		locked,
		/** As the plan has it. */
		seen: plan[field],
		chosen: selectionKey(chosen),
		cases: counted?.cases ?? 0,
		shared,
		comparisons
	};
};

export const actions: Actions = {
	choose: async ({ url, request, locals }) => {
		const { improvement, field, chosen } = await picking(url.searchParams);
		const form = await request.formData();
		const old = planFields[field].safeParse(form.get('seen'));
		if (!old.success) return fail(400, { refused: ['value_unreadable'] as const });
		const wanted = form.get('none') === 'on' ? '' : selectionKey(chosen);
		const shared =
			wanted === ''
				? null
				: await sharedCases(
						locals.person,
						planWith(improvement.plan, field, wanted),
						request.signal
					);
		if (shared?.identical) return fail(400, { refused: ['comparison_same'] as const });
		const { refused, conflicts } = await submit(locals.person, improvement.id, {
			do: 'change_plan',
			changes: [{ field, old: old.data, new: wanted }],
			why: ''
		});
		if (refused.length > 0) return fail(400, { refused });
		// The page comes back with what the plan says now: a second press is said over it.
		if (conflicts.length > 0) return fail(409, { changedBy: conflicts[0]?.by ?? '' });
		redirect(303, `/improvements/${improvement.number}#plan`);
	}
};
