import { fileNameOf } from '#lib/server/http/file-name.ts';
import { problem } from '#lib/server/http/problem.ts';
import { problemOfError } from '#lib/server/import/problem.ts';
import { keepUpload } from '#lib/server/import/uploads.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { RequestHandler } from './$types';

/** Takes a file as the body of the request, its name percent-encoded in `x-file-name`. */
export const POST: RequestHandler = async ({ request }) => {
	const name = fileNameOf(request.headers.get('x-file-name'));
	if (name === null) return problem(400, 'file_name_missing');
	try {
		const body = request.body ?? new Blob([]).stream();
		const { id } = await keepUpload(await warehouse(), body, name, request.signal);
		return Response.json({ id, name }, { status: 201 });
	} catch (error) {
		const known = problemOfError(error);
		if (known) return problem(507, known.code, known.facts);
		// The browser went away in the middle; what had come is gone too.
		if (request.signal.aborted || isCut(error)) return problem(400, 'upload_interrupted');
		throw error;
	}
};

function isCut(error: unknown): boolean {
	const text = error instanceof Error ? `${error.name} ${error.message}` : '';
	return /abort|premature|terminated|ECONNRESET/i.test(text);
}
