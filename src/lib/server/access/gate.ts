import type { Handle } from '@sveltejs/kit';
import { problem } from '#lib/server/http/problem.ts';
import { refusalOf } from './origin.ts';
import { declaredPerson } from './declared-person.ts';

/** Names besides loopback under which this server is reached. */
const allowedHosts = new Set(
	(process.env.REDRESS_HOSTS ?? '')
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(Boolean)
);

/** First of all handlers: refuses what does not come from our own pages, then says who acts. */
export const gate: Handle = ({ event, resolve }) => {
	// A page's own load asks without a Host; the request it serves has been judged already.
	const refusal = event.isSubRequest ? null : refusalOf(event.request, allowedHosts);
	if (refusal) return problem(403, `refused_${refusal}`);
	event.locals.person = declaredPerson(event.cookies);
	return resolve(event);
};
