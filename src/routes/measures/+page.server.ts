import { error, fail, redirect } from '@sveltejs/kit';
import { emptyFilter } from '#lib/filter/filter.ts';
import { measureIds } from '#lib/measures/catalogue.ts';
import { textOf } from '#lib/server/http/form-text.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { periodOrders } from '#lib/server/questions/control.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { allOwnMeasures, measureOwners, nameOwner } from '#lib/server/record/own-measures.ts';
import { directory } from '#lib/server/record/people.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request }) => {
	const scope = await scopeOf(locals.person, emptyFilter, request.signal);
	const [own, owners, people, orders] = await Promise.all([
		allOwnMeasures(),
		measureOwners(),
		directory(),
		ask(scope, periodOrders)
	]);
	return {
		dataVersion: scope.dataVersion,
		own,
		owners: Object.fromEntries(owners),
		people: people.map(({ id, name }) => ({ id, name })),
		hasOrders: orders.length > 0
	};
};

export const actions: Actions = {
	owner: async ({ request, locals }) => {
		const form = await request.formData();
		const [measure, owner] = [textOf(form, 'measure'), textOf(form, 'owner')];
		const known = [...measureIds, ...(await allOwnMeasures()).map(({ id }) => id)];
		if (!known.includes(measure)) error(400);
		const result = await nameOwner(locals.person, measure, owner);
		if ('problem' in result) return fail(400, { problem: result.problem });
		redirect(303, `/measures#${measure}`);
	}
};
