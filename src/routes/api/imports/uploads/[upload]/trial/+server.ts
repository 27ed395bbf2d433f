import { parseChoices } from '#lib/import/choices.ts';
import { problem } from '#lib/server/http/problem.ts';
import { askedUpload, tryUpload } from '#lib/server/import/asked-upload.ts';
import { upload } from '#lib/server/import/uploads.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { RequestHandler } from './$types';

/** A trial run with the choices of the address: what a load would do, without writing. */
export const POST: RequestHandler = async ({ params, url, locals, request }) => {
	const store = await warehouse();
	const kept = await upload(store, params.upload);
	if (!kept) return problem(404, 'upload_gone');
	const asked = await askedUpload(store, kept, parseChoices(url.searchParams));
	try {
		const trial = await tryUpload(store, asked.request, locals.person, request.signal);
		return Response.json(trial, { headers: { 'cache-control': 'no-store' } });
	} catch (error) {
		if (request.signal.aborted) return problem(400, 'cancelled');
		throw error;
	}
};
