import { error, fail, redirect } from '@sveltejs/kit';
import * as m from '#lib/messages/generated/messages.js';
import { checklists, saveChecklist } from '#lib/server/audit/checklists.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	if (params.id === 'new') return { id: 'new', shown: null, versions: [], current: 0 };
	const versions = (await checklists()).get(params.id);
	const last = versions?.at(-1);
	if (!versions || !last) error(404, m.audit_not_found());
	const wanted = Number(url.searchParams.get('version') ?? last.version);
	return {
		id: params.id,
		shown: versions.find(({ version }) => version === wanted) ?? last,
		versions: versions.map(({ version, saved }) => ({ version, saved })),
		current: last.version
	};
};

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const form = await request.formData();
		const texts = (name: string): string[] => form.getAll(name).map(String);
		const ids = texts('id');
		const given = {
			name: texts('name')[0] ?? '',
			items: texts('text').map((text, at) => ({ id: ids[at] ?? '', text }))
		};
		const seen = Number(texts('seen')[0]);
		const id = params.id === 'new' ? null : params.id;
		const at = { seen, locale: locals.locale };
		const result = await saveChecklist(locals.person, id, given, at);
		if ('problem' in result) return fail(400, { problem: result.problem, given });
		redirect(303, `/audits/checklists/${result.id}`);
	}
};
