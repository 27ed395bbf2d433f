import { createHash } from 'node:crypto';
import { answer } from './ask.ts';
import { arrowOf, arrowType } from './arrow.ts';
import { byteOrderMark, csvHeader, csvLines } from './csv.ts';
import { problem } from '#lib/server/http/problem.ts';
import type { Question } from './question.ts';
import type { Scope } from './scope.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';

/**
 * An answer over HTTP: Arrow unless `format=json|csv` is asked for. With `version` the address names one
 * state of the data; a version gone by is told the present one, so that a page never mixes two. A choice the question does not know is refused: another answer than the one asked for would mislead.
 */
export async function answerResponse(
	scope: Scope,
	asked: Question,
	parameters: URLSearchParams
): Promise<Response> {
	const version = parameters.get('version');
	if (version !== null && version !== String(scope.dataVersion))
		return problem(409, 'data_version_changed', { dataVersion: scope.dataVersion });

	const format = parameters.get('format') ?? 'arrow';
	if (!['arrow', 'json', 'csv'].includes(format)) return problem(400, 'unknown_format', { format });

	for (const [name, { values }] of Object.entries(asked.parameters)) {
		const value = parameters.get(name);
		if (value !== null && !values.includes(value))
			return problem(400, 'unknown_choice', { parameter: name, value, values });
	}

	const headers = new Headers({
		// Asked again each time and answered 304 while the bytes are the same: an address names a data
		// version, but neither the release nor the state folder behind it.
		'cache-control': 'private, no-cache',
		'x-data-version': String(scope.dataVersion),
		vary: 'cookie'
	});
	const result = await answer(scope, asked, Object.fromEntries(parameters));
	switch (format) {
		case 'json':
			headers.set('content-type', 'application/json');
			return tagged(JSON.stringify(rowsOf(result)), headers);
		case 'csv':
			headers.set('content-type', 'text/csv; charset=utf-8');
			headers.set(
				'content-disposition',
				`attachment; filename="${asked.id.replace('/', '-')}.csv"`
			);
			return tagged(byteOrderMark + csvHeader(result) + csvLines(result), headers);
		default:
			headers.set('content-type', arrowType);
			return tagged(arrowOf(result).slice(), headers);
	}
}

/** The tag is made from the bytes: a release that answers differently has another one. */
function tagged(body: string | Uint8Array<ArrayBuffer>, headers: Headers): Response {
	headers.set('etag', `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`);
	return new Response(body, { headers });
}
