import { problem } from '#lib/server/http/problem.ts';
import { cancelJob, job } from '#lib/server/import/jobs.ts';
import type { RequestHandler } from './$types';

/** How far a load is. */
export const GET: RequestHandler = ({ params }) => {
	const found = job(params.job);
	if (!found) return problem(404, 'no_such_job');
	return Response.json(found, { headers: { 'cache-control': 'no-store' } });
};

/** Stops a load that has not ended; the cases stay as they were. */
export const DELETE: RequestHandler = ({ params }) => {
	const found = cancelJob(params.job);
	return found ? Response.json(found) : problem(404, 'no_such_job');
};
