import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { disposition } from '#lib/server/http/disposition.ts';
import { problem } from '#lib/server/http/problem.ts';
import { attachment } from '#lib/server/improvement/files.ts';
import type { RequestHandler } from './$types';

/** An attached file, always as a download: no browser opens it in our name. */
export const GET: RequestHandler = async ({ params }) => {
	const found = await attachment(params.id, params.file);
	if (!found) return problem(404, 'no_such_file');
	const { file, path } = found;
	const stream = createReadStream(path);
	const readable = await new Promise<boolean>((resolve) => {
		stream.once('open', () => resolve(true));
		stream.once('error', () => resolve(false));
	});
	if (!readable) return problem(410, 'file_gone');
	return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
		headers: {
			'content-type': file.type,
			'content-length': String(file.size),
			'content-disposition': disposition(file.name, `file.${file.name.split('.').at(-1) ?? ''}`),
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, no-store'
		}
	});
};
