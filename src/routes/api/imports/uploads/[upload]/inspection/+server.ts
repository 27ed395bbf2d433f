import { parseChoices } from '#lib/import/choices.ts';
import { problem } from '#lib/server/http/problem.ts';
import { askedUpload } from '#lib/server/import/asked-upload.ts';
import { upload } from '#lib/server/import/uploads.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { RequestHandler } from './$types';

/** What the file promises under the choices of the address, and the mapping they make. */
export const GET: RequestHandler = async ({ params, url }) => {
	const store = await warehouse();
	const kept = await upload(store, params.upload);
	if (!kept) return problem(404, 'upload_gone');
	const { inspection, mapping } = await askedUpload(store, kept, parseChoices(url.searchParams));
	return Response.json({ inspection, mapping }, { headers: { 'cache-control': 'no-store' } });
};
