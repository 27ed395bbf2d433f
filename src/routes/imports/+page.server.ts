import { fail, redirect } from '@sveltejs/kit';
import { formFile } from '#lib/server/http/multipart-file.ts';
import { jobs } from '#lib/server/import/jobs.ts';
import { ledger } from '#lib/server/import/ledger.ts';
import { problemOfError } from '#lib/server/import/problem.ts';
import { removeDemo } from '#lib/server/import/undo.ts';
import { dropUpload, keepUpload, uploads } from '#lib/server/import/uploads.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const store = await warehouse();
	const under = jobs();
	const waiting = under.some(({ state }) => state === 'waiting' || state === 'running');
	const kept = await uploads(store);
	return {
		entries: await ledger(store),
		jobs: under.filter(({ state }) => state !== 'done').slice(0, 20),
		// While a load runs its own file is among them.
		uploads: waiting ? [] : kept.map(({ id, name, at, bytes }) => ({ id, name, at, bytes }))
	};
};

export const actions: Actions = {
	/** Without script: one file out of a form, straight to disk. */
	upload: async ({ request }) => {
		const file = await formFile(request);
		if (!file) return fail(400, { problem: { code: 'no_file_chosen', facts: {} } });
		let id: string;
		try {
			const name = file.name.split(/[\\/]/).at(-1) ?? file.name;
			({ id } = await keepUpload(await warehouse(), file.body, name, request.signal));
		} catch (error) {
			const problem = problemOfError(error);
			if (!problem) throw error;
			return fail(507, { problem });
		}
		redirect(303, `/imports/new/${id}`);
	},
	forget: async ({ request }) => {
		await dropUpload(await warehouse(), String((await request.formData()).get('upload') ?? ''));
		redirect(303, '/imports');
	},
	removeDemo: async ({ locals }) => {
		await removeDemo(await warehouse(), locals.person);
		redirect(303, '/imports');
	}
};
