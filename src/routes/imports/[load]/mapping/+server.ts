import { problem } from '#lib/server/http/problem.ts';
import { loadDetails } from '#lib/server/import/ledger.ts';
import { mappingDownload } from '#lib/server/import/mapping-download.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { RequestHandler } from './$types';

/** The mapping a load used, as a file. */
export const GET: RequestHandler = async ({ params }) => {
	const id = Number(params.load);
	const details = Number.isInteger(id) ? await loadDetails(await warehouse(), id) : null;
	if (!details) return problem(404, 'no_such_load');
	return mappingDownload(details.mapping, details.source);
};
