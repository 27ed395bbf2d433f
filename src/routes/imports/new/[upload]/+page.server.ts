import { stat } from 'node:fs/promises';
import { error, fail, redirect } from '@sveltejs/kit';
import { parseChoices } from '#lib/import/choices.ts';
import { formFile } from '#lib/server/http/multipart-file.ts';
import { askedUpload, tryUpload } from '#lib/server/import/asked-upload.ts';
import { giveMapping, withdrawMapping } from '#lib/server/import/given-mapping.ts';
import { job, startLoad } from '#lib/server/import/jobs.ts';
import { dropUpload, upload } from '#lib/server/import/uploads.ts';
import { businessZone, warehouse } from '#lib/server/state/state.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals, request }) => {
	const store = await warehouse();
	const kept = await upload(store, params.upload);
	if (!kept) return { file: null, businessZone: businessZone() };
	const choices = parseChoices(url.searchParams);
	const { inspection, mapping, given, request: ask } = await askedUpload(store, kept, choices);
	const { saved, ...found } = inspection;
	return {
		file: { id: kept.id, name: kept.name, bytes: (await stat(kept.path)).size },
		businessZone: businessZone(),
		inspection: found,
		saved,
		mapping,
		given,
		// Asked for by a button without script; with it the page asks by itself.
		trial: url.searchParams.has('try')
			? await tryUpload(store, ask, locals.person, request.signal)
			: null
	};
};

export const actions: Actions = {
	/** Starts the load, and behind it the loads of files with the same columns that came along. */
	load: async ({ params, request, locals }) => {
		const store = await warehouse();
		const kept = await upload(store, params.upload);
		if (!kept) error(404, 'upload_gone');
		const form = await request.formData();
		const sent = new URLSearchParams();
		for (const [name, value] of form) if (typeof value === 'string') sent.append(name, value);
		const { request: ask, mapping } = await askedUpload(store, kept, parseChoices(sent));
		const first = start(ask, kept.id);
		const also = sent.getAll('also').filter((id) => id !== kept.id);
		for (const id of also) {
			const sibling = await upload(store, id);
			if (!sibling) continue;
			const { path, name } = sibling;
			// Encoding, sheet, titles above the table and its end in time are of one file, not of a source.
			const { encoding: _e, sheet: _s, skipLines: _l, ...reading } = mapping.reading;
			const { asOf: _a, ...same } = ask;
			start({ ...same, path, name, mapping: { ...mapping, reading } }, id);
		}
		redirect(303, also.length > 0 ? '/imports' : `/imports/jobs/${first}?upload=${kept.id}`);

		function start(asked: typeof ask, id: string): string {
			const started: string = startLoad(asked, locals.person, async () => {
				// What did not go in can be tried again with other choices.
				if (job(started)?.state === 'done') await dropUpload(store, id);
			});
			return started;
		}
	},
	/** A mapping file for this upload. */
	give: async ({ params, request }) => {
		const store = await warehouse();
		if (!(await upload(store, params.upload))) error(404, 'upload_gone');
		const file = await formFile(request);
		if (!file) return fail(400, { problem: { code: 'no_file_chosen', facts: {} }, file: '' });
		const name = file.name.split(/[\\/]/).at(-1) ?? file.name;
		const problem = await giveMapping(store, params.upload, name, file.body);
		if (problem) return fail(400, { problem, file: name });
		redirect(303, `/imports/new/${params.upload}`);
	},
	withdraw: async ({ params }) => {
		if (await upload(await warehouse(), params.upload))
			await withdrawMapping(await warehouse(), params.upload);
		redirect(303, `/imports/new/${params.upload}`);
	},
	forget: async ({ params }) => {
		await dropUpload(await warehouse(), params.upload);
		redirect(303, '/imports');
	}
};
