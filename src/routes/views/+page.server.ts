import { fail, redirect } from '@sveltejs/kit';
import { removeView, savedViews, saveView, toggleHome } from '#lib/server/record/views.ts';
import { ownPath } from '#lib/server/http/own-path.ts';
import { textOf } from '#lib/server/http/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	views: await savedViews(locals.person)
});

export const actions: Actions = {
	save: async ({ request, locals, url }) => {
		const form = await request.formData();
		const address = ownPath(textOf(form, 'address'), url);
		if (address === null) return fail(400, { problem: 'not_an_address' as const });
		const result = await saveView(locals.person, {
			name: textOf(form, 'name'),
			address,
			shared: form.has('shared')
		});
		if ('problem' in result) return fail(400, result);
		if (form.has('home')) await toggleHome(locals.person, result.id);
		redirect(303, address);
	},
	remove: async ({ request, locals }) => {
		const result = await removeView(locals.person, textOf(await request.formData(), 'id'));
		if ('problem' in result) return fail(400, result);
		redirect(303, '/views');
	},
	home: async ({ request, locals }) => {
		const result = await toggleHome(locals.person, textOf(await request.formData(), 'id'));
		if ('problem' in result) return fail(400, result);
		redirect(303, '/views');
	}
};
