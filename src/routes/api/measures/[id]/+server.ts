import { problem } from '#lib/server/http/problem.ts';
import { ownAnswer } from '#lib/server/questions/own-answer.ts';
import { ownMeasureOf } from '#lib/server/record/own-measures.ts';
import type { RequestHandler } from './$types';

/** An own measure month by month, over all days of the log, as JSON. */
export const GET: RequestHandler = async ({ params, locals, request }) => {
	const measure = await ownMeasureOf(params.id);
	if (!measure) return problem(404, 'unknown_measure', { measure: params.id });
	const answer = await ownAnswer(locals.person, measure, request.signal);
	return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};
