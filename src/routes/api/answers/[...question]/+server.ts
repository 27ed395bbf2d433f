import { parseFilter } from '#lib/filter/codec.ts';
import { answerResponse } from '#lib/server/questions/answer-response.ts';
import { questions } from '#lib/server/questions/catalogue.ts';
import { problem } from '#lib/server/http/problem.ts';
import { withPart } from '#lib/server/questions/own-scope.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals, request }) => {
	const asked = questions.get(params.question);
	if (!asked) return problem(404, 'unknown_question', { question: params.question });
	const { filter, problems } = parseFilter(url.searchParams);
	if (problems.length > 0) return problem(400, 'unreadable_filter', { problems });
	// Own measures divide one list of cases by another: that of the numerator, packed in one parameter.
	const part = parseFilter(new URLSearchParams(url.searchParams.get('part') ?? url.search));
	if (part.problems.length > 0)
		return problem(400, 'unreadable_filter', { problems: part.problems });
	const whole = await scopeOf(locals.person, filter, request.signal);
	const scope = asked.id.startsWith('own/') ? await withPart(whole, part.filter) : whole;
	return answerResponse(scope, asked, url.searchParams);
};
