import { fail, redirect } from '@sveltejs/kit';
import { emptyFilter } from '#lib/filter/filter.ts';
import { declarePerson } from '#lib/server/access/declared-person.ts';
import { textOf } from '#lib/server/http/form-text.ts';
import { ownPath } from '#lib/server/http/own-path.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { directory, enterPerson, removePerson } from '#lib/server/record/people.ts';
import packageFile from '../../../package.json' with { type: 'json' };
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const [scope, people] = await Promise.all([
		scopeOf(locals.person, emptyFilter, request.signal),
		directory()
	]);
	const back = ownPath(url.searchParams.get('back') ?? '', url);
	return { back, people, dataVersion: scope.dataVersion, release: packageFile.version };
};

export const actions: Actions = {
	act: async ({ request, cookies, url }) => {
		const form = await request.formData();
		declarePerson(cookies, textOf(form, 'name'));
		redirect(303, ownPath(textOf(form, 'back'), url) ?? '/settings');
	},
	enter: async ({ request, locals }) => {
		const form = await request.formData();
		const given = {
			name: textOf(form, 'name'),
			role: textOf(form, 'role'),
			department: textOf(form, 'department')
		};
		const result = await enterPerson(locals.person, {
			...given,
			id: textOf(form, 'id') || undefined
		});
		if ('problem' in result) return fail(400, { ...result, given });
		redirect(303, '/settings');
	},
	remove: async ({ request, locals }) => {
		const result = await removePerson(locals.person, textOf(await request.formData(), 'id'));
		if ('problem' in result) return fail(400, { ...result, given: null });
		redirect(303, '/settings');
	}
};
