import { dropUpload } from '#lib/server/import/uploads.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { RequestHandler } from './$types';

/** Forgets a file nobody wants to load any more. */
export const DELETE: RequestHandler = async ({ params }) => {
	await dropUpload(await warehouse(), params.upload);
	return new Response(null, { status: 204 });
};
