import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { followed } from '#lib/improvement/ideas.ts';
import { allImprovements } from '#lib/server/improvement/store.ts';
import { declineIdea, ideas, leaveIdea } from '#lib/server/improvement/ideas.ts';
import { textOf } from '#lib/server/http/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const [left, improvements] = await Promise.all([ideas(), allImprovements()]);
	return {
		leftAs: randomUUID(),
		ideas: followed(left, improvements).map(({ improvements: own, ...idea }) => ({
			...idea,
			improvements: own.map(({ number, plan, stage }) => ({ number, stage, theme: plan.theme }))
		}))
	};
};

export const actions: Actions = {
	leave: async ({ request, locals }) => {
		const form = await request.formData();
		const given = { text: textOf(form, 'text'), where: textOf(form, 'where') };
		const leftAs = z.uuid().safeParse(form.get('left_as')).data;
		const result = await leaveIdea(locals.person, given, leftAs);
		if ('problem' in result) return fail(400, { ...result, given, id: '' });
		redirect(303, `/improvements/ideas#idea-${result.id}`);
	},
	decline: async ({ request, locals }) => {
		const form = await request.formData();
		const id = textOf(form, 'id');
		const result = await declineIdea(locals.person, id, textOf(form, 'why'));
		if ('problem' in result) return fail(400, { ...result, given: null, id });
		redirect(303, `/improvements/ideas#idea-${result.id}`);
	}
};
