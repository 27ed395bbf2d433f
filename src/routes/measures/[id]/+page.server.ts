import { error, fail, redirect } from '@sveltejs/kit';
import * as m from '#lib/messages/generated/messages.js';
import { isOwnId } from '#lib/measures/own-measure.ts';
import { textOf } from '#lib/server/http/form-text.ts';
import { ownMonths } from '#lib/server/questions/own-trial.ts';
import { ownUses } from '#lib/server/questions/own-uses.ts';
import { measureOwners, ownMeasureOf, retireOwnMeasure } from '#lib/server/record/own-measures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, request }) => {
	// Measures that ship stand in the catalogue, each at its anchor.
	if (!isOwnId(params.id)) redirect(307, `/measures#${params.id}`);
	const measure = await ownMeasureOf(params.id);
	if (!measure) error(404, m.own_not_found());
	const [{ months, total, scope }, owners, uses] = await Promise.all([
		ownMonths(locals.person, measure, request.signal),
		measureOwners(),
		ownUses(measure.id)
	]);
	return {
		measure,
		months,
		total,
		asOf: scope.log?.asOf ?? null,
		days: scope.log?.days ?? null,
		dataVersion: scope.dataVersion,
		uses,
		owner: owners.get(measure.id) ?? null
	};
};

export const actions: Actions = {
	retire: async ({ params, request, locals }) => {
		const why = textOf(await request.formData(), 'why');
		const result = await retireOwnMeasure(locals.person, params.id, why);
		if ('problem' in result) return fail(400, { problem: result.problem });
		redirect(303, '/measures#own');
	}
};
