import { fail, type RequestEvent } from '@sveltejs/kit';
import { mentionsIn } from '#lib/improvement/forms.ts';
import { attach, isTooLargeToRead } from '#lib/server/improvement/files.ts';
import { directory } from '#lib/server/record/people.ts';
import { acting, done, found } from './asked.ts';

/** What people say beside the plan. */
export const noteActions = {
	comment: acting(async ({ fields }) => {
		const text = fields.text ?? '';
		const names = (await directory()).map(({ name }) => name);
		return { command: { do: 'comment', text, mentions: mentionsIn(text, names) } };
	}),
	attach: async ({ request, locals, params }: RequestEvent) => {
		const { improvement } = await found(params.id);
		if (await isTooLargeToRead(request)) return fail(413, { file: 'file_too_large' as const });
		const form = await request.formData();
		const file = form.get('file');
		const action = form.get('action');
		if (!(file instanceof File)) return fail(400, { file: 'file_missing' as const });
		const result = await attach(
			locals.person,
			improvement.id,
			file,
			typeof action === 'string' ? action : ''
		);
		if ('problem' in result) return fail(400, { file: result.problem });
		return done(request, improvement, 'files');
	}
};
