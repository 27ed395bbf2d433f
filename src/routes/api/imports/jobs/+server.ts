import { jobs } from '#lib/server/import/jobs.ts';
import type { RequestHandler } from './$types';

/** Loads of this run of the server, the latest first. */
export const GET: RequestHandler = () =>
	Response.json({ jobs: jobs() }, { headers: { 'cache-control': 'no-store' } });
