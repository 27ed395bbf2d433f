import { Readable } from 'node:stream';
import { problem } from '#lib/server/http/problem.ts';
import * as m from '#lib/messages/generated/messages.js';
import { reasonText } from '#lib/messages/import-words.ts';
import { quarantineCsv } from '#lib/server/import/quarantine-csv.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { RequestHandler } from './$types';

/** The rows a load set aside, as a CSV to mend and import again. */
export const GET: RequestHandler = async ({ params }) => {
	const id = Number(params.load);
	const words = {
		line: m.imports_line_title(),
		reason: m.imports_reason(),
		column: m.imports_column(),
		value: m.imports_value(),
		reasonOf: reasonText
	};
	const lines = Number.isInteger(id) ? await quarantineCsv(await warehouse(), id, words) : null;
	if (!lines) return problem(404, 'no_such_load');
	const body = Readable.toWeb(Readable.from(lines)).pipeThrough(
		new TextEncoderStream() as never
	) as unknown as ReadableStream<Uint8Array>;
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="set-aside-${id}.csv"`,
			'cache-control': 'no-store'
		}
	});
};
