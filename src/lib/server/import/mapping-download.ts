import type { Choices } from '#lib/import/choices.ts';
import { mappingFileText } from '#lib/import/mapping-file.ts';
import type { Mapping } from '#lib/import/mapping.ts';
import { disposition } from '#lib/server/http/disposition.ts';

/** A mapping as a file that the command and the page take. */
export function mappingDownload(
	mapping: Mapping,
	source: string,
	reading: Choices['reading'] = {}
): Response {
	return new Response(mappingFileText({ ...mapping, source }, { reading }), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': disposition(`${source}.mapping.json`, 'mapping.json'),
			'cache-control': 'no-store'
		}
	});
}
