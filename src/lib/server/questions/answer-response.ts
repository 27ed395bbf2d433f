import { createHash } from 'node:crypto';
import { answer } from './ask.ts';
import { arrowOf, arrowType } from './arrow.ts';
import { parquetOf, parquetType } from './answer-parquet.ts';
import { xlsxOfAnswer, xlsxType } from './answer-xlsx.ts';
import { byteOrderMark, csvHeader, csvLines } from './csv.ts';
import { problem } from '#lib/server/http/problem.ts';
import type { Question } from './question.ts';
import type { Scope } from './scope.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';

const formats: readonly string[] = ['arrow', 'json', 'csv', 'xlsx', 'parquet'];

/**
 * An answer over HTTP: Arrow unless another format is asked for. With `version` the address names one
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
	if (!formats.includes(format)) return problem(400, 'unknown_format', { format });

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
			named(headers, asked, format, 'text/csv; charset=utf-8');
			return tagged(byteOrderMark + csvHeader(result) + csvLines(result), headers);
		case 'xlsx':
			named(headers, asked, format, xlsxType);
			return tagged(await xlsxOfAnswer(result, aboutOf(scope, asked, parameters)), headers);
		case 'parquet':
			named(headers, asked, format, parquetType);
			return tagged(new Uint8Array(parquetOf(result)), headers);
		default:
			headers.set('content-type', arrowType);
			return tagged(arrowOf(result).slice(), headers);
	}
}

/** The answer is a file with a name of its own. */
function named(headers: Headers, asked: Question, format: string, type: string): void {
	headers.set('content-type', type);
	const name = `${asked.id.replace('/', '-')}.${format}`;
	headers.set('content-disposition', `attachment; filename="${name}"`);
}

/** What a file says of itself: the question, the very parameters it was asked with, the state of the data. */
function aboutOf(
	scope: Scope,
	asked: Question,
	parameters: URLSearchParams
): (readonly [string, string])[] {
	const given = [...parameters].filter(([name]) => name !== 'format' && name !== 'version');
	return [
		['question', asked.id],
		...given,
		['data version', String(scope.dataVersion)],
		['as of', scope.log ? new Date(scope.log.asOf).toISOString() : '']
	];
}

/** The tag is made from the bytes: a release that answers differently has another one. */
function tagged(body: string | Uint8Array<ArrayBuffer>, headers: Headers): Response {
	headers.set('etag', `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`);
	return new Response(body, { headers });
}
