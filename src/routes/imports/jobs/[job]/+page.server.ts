import { redirect } from '@sveltejs/kit';
import { cancelJob, job } from '#lib/server/import/jobs.ts';
import { upload } from '#lib/server/import/uploads.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const found = job(params.job);
	if (found?.state === 'done' && found.entry) redirect(303, `/imports/${found.entry.loadId}`);
	const id = url.searchParams.get('upload') ?? '';
	const kept = await upload(await warehouse(), id);
	return { job: found, upload: kept?.id ?? null };
};

export const actions: Actions = {
	cancel: ({ params, url }) => {
		cancelJob(params.job);
		const id = url.searchParams.get('upload');
		redirect(303, `/imports/jobs/${params.job}${id ? `?upload=${encodeURIComponent(id)}` : ''}`);
	}
};
