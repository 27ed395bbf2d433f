import { stat } from 'node:fs/promises';
import { error, redirect } from '@sveltejs/kit';
import { parseChoices } from '#lib/import/choices.ts';
import { askedUpload, tryUpload } from '#lib/server/import/asked-upload.ts';
import { job, startLoad } from '#lib/server/import/jobs.ts';
import { dropUpload, upload } from '#lib/server/import/uploads.ts';
import { businessZone, warehouse } from '#lib/server/state/state.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals, request }) => {
	const store = await warehouse();
	const kept = await upload(store, params.upload);
	if (!kept) return { file: null, businessZone: businessZone() };
	const choices = parseChoices(url.searchParams);
	const { inspection, mapping, request: ask } = await askedUpload(store, kept, choices);
	const { saved, ...found } = inspection;
	return {
		file: { id: kept.id, name: kept.name, bytes: (await stat(kept.path)).size },
		businessZone: businessZone(),
		inspection: found,
		saved,
		mapping,
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
			// Encoding, sheet and titles above the table are of one file, not of a source.
			const { encoding: _e, sheet: _s, skipLines: _l, ...reading } = mapping.reading;
			start({ ...ask, path, name, mapping: { ...mapping, reading } }, id);
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
	forget: async ({ params }) => {
		await dropUpload(await warehouse(), params.upload);
		redirect(303, '/imports');
	}
};
