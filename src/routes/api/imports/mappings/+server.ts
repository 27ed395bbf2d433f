import { problem } from '#lib/server/http/problem.ts';
import { readMappingFile } from '#lib/import/mapping-file.ts';
import { mappingText } from '#lib/server/import/given-mapping.ts';
import type { RequestHandler } from './$types';

/** Says whether the body is a mapping file, before the files it is for are sent. */
export const POST: RequestHandler = async ({ request }) => {
	const text = await mappingText(request.body);
	const read = typeof text === 'string' ? readMappingFile(text) : text;
	if ('problem' in read) return problem(400, read.problem.code, read.problem.facts);
	const { kind, columns } = read.mapping;
	return Response.json({ kind, columns: columns.length });
};
