import { parseChoices } from '#lib/import/choices.ts';
import { fileNameOf } from '#lib/server/http/file-name.ts';
import { problem } from '#lib/server/http/problem.ts';
import { askedUpload } from '#lib/server/import/asked-upload.ts';
import { giveMapping, withdrawMapping } from '#lib/server/import/given-mapping.ts';
import { mappingDownload } from '#lib/server/import/mapping-download.ts';
import { upload } from '#lib/server/import/uploads.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { RequestHandler } from './$types';

/** The mapping as it stands under the choices of the address, as a file for `--mapping` and this page. */
export const GET: RequestHandler = async ({ params, url }) => {
	const store = await warehouse();
	const kept = await upload(store, params.upload);
	if (!kept) return problem(404, 'upload_gone');
	const choices = parseChoices(url.searchParams);
	const { mapping, request } = await askedUpload(store, kept, choices);
	return mappingDownload(mapping, request.source ?? kept.name, choices.reading);
};

/** Takes a mapping file as the body, its name percent-encoded in `x-file-name`. */
export const PUT: RequestHandler = async ({ params, request }) => {
	const store = await warehouse();
	if (!(await upload(store, params.upload))) return problem(404, 'upload_gone');
	const name = fileNameOf(request.headers.get('x-file-name')) ?? 'mapping.json';
	const wrong = await giveMapping(store, params.upload, name, request.body);
	return wrong ? problem(400, wrong.code, wrong.facts) : new Response(null, { status: 204 });
};

export const DELETE: RequestHandler = async ({ params }) => {
	const store = await warehouse();
	if (!(await upload(store, params.upload))) return problem(404, 'upload_gone');
	await withdrawMapping(store, params.upload);
	return new Response(null, { status: 204 });
};
