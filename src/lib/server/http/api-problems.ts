import type { Handle } from '@sveltejs/kit';
import { isProblem, problem } from './problem.ts';

const codes: Readonly<Record<number, string>> = {
	404: 'unknown_address',
	405: 'method_not_allowed',
	413: 'too_large'
};

/**
 * Scripts get every refusal of the API in one form, also those the framework makes: an address nobody
 * answers, a wrong method, an error. An error says its reference into the server's log and no more.
 */
export const apiProblems: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (!event.url.pathname.startsWith('/api/') || response.status < 400 || isProblem(response))
		return response;
	const { reference } = event.locals;
	return problem(
		response.status,
		codes[response.status] ?? 'failed',
		reference ? { reference } : {}
	);
};
