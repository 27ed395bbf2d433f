import { noteHeader, ownPositions } from '#lib/import/note-columns.ts';
import * as m from '#lib/messages/generated/messages.js';
import { disposition } from '#lib/server/http/disposition.ts';
import { problem } from '#lib/server/http/problem.ts';
import { byteOrderMark, csvLine } from '#lib/server/questions/csv.ts';
import { refusedTargets } from '#lib/server/record/targets.ts';
import { problemWords } from '../../target-words.ts';
import type { RequestHandler } from './$types';

/** The rows of a file of targets that could not be read, as a CSV to mend and import again. */
export const GET: RequestHandler = async ({ params }) => {
	const found = (await refusedTargets()).find(({ id }) => id === params.id);
	if (!found) return problem(404, 'no_such_file');
	const { file, header, rows } = found;
	const notes = [m.targets_line(), m.targets_reason(), m.targets_text()].map(noteHeader);
	const own = ownPositions(header);
	const lines = rows.map(({ line, problem, text, cells }) =>
		csvLine([line, problemWords[problem](), text, ...own.map((at) => cells[at] ?? '')])
	);
	const head = csvLine([...notes, ...own.map((at) => header[at] ?? '')]);
	const name = `refused-${file.replace(/\.[^.]*$/, '')}.csv`;
	return new Response(byteOrderMark + head + lines.join(''), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': disposition(name, 'refused-targets.csv'),
			'cache-control': 'no-store'
		}
	});
};
