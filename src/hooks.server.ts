import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { knownTheme, themeCookie } from '#lib/components/theme.ts';
import { cookieName, defineCustomServerStrategy } from '#lib/messages/generated/runtime.js';
import { paraglideMiddleware } from '#lib/messages/generated/server.js';
import { knownLocale, negotiateLocale } from '#lib/messages/negotiate.ts';
import { gate } from '#lib/server/access/gate.ts';
import { apiProblems } from '#lib/server/http/api-problems.ts';
import { beginMailing } from '#lib/server/mail/clock.ts';
import { beginServing } from '#lib/server/serving/begin.ts';
import { sustainGains } from '#lib/server/questions/improvement-sustain.ts';
import { oneState } from '#lib/server/questions/one-state.ts';
import { log } from '#lib/server/serving/log.ts';
import { onDataChanged } from '#lib/server/state/data-changes.ts';
import { DataChanged } from '#lib/server/warehouse/port.ts';
import { dutiesLetter } from './routes/improvements/duties-letter.ts';
import { reviewLetter } from './routes/reviews/[month]/letter.ts';

// Paraglide asks a custom strategy before the cookie, whatever the order: the cookie is read here too.
defineCustomServerStrategy('custom-negotiated', {
	getLocale: (request) =>
		knownLocale(cookieIn(request?.headers.get('cookie') ?? '', cookieName)) ??
		negotiateLocale(request?.headers.get('accept-language'))
});

/** Language and theme of the request, in the first byte of the page. */
const appearance: Handle = ({ event, resolve }) => {
	// A request of its own without a body: the middleware clones what it is given, and a clone of an
	// upload is held in memory whole.
	const head = new Request(event.url, { headers: event.request.headers });
	return paraglideMiddleware(head, ({ locale }) => {
		event.locals.locale = locale;
		event.locals.theme = knownTheme(event.cookies.get(themeCookie));
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%lang%', locale).replace('%theme%', event.locals.theme)
		});
	});
};

export const init: ServerInit = async () => {
	onDataChanged(() => {
		sustainGains().catch((error: unknown) =>
			log.error({ err: error }, 'the sustain checks were not made')
		);
	});
	await beginServing();
	beginMailing(reviewLetter, dutiesLetter, {
		failed: (error) => log.error({ err: error }, 'the mail was not sent'),
		unreadable: () =>
			log.error(
				'REDRESS_SMTP_URL cannot be read and is not used: smtp[s]://user:password@host:port'
			)
	});
};

export const handle: Handle = sequence(gate, apiProblems, oneState, appearance);

/** The browser learns a reference; what happened is in the log under it. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (error instanceof DataChanged) {
		event.locals.dataChanged = true;
		return { message };
	}
	if (status < 500 || event.request.signal.aborted) return { message };
	const reference = crypto.randomUUID().slice(0, 8);
	event.locals.reference = reference;
	log.error({ err: error, reference, route: event.route.id }, 'a request failed');
	return { message, reference };
};

function cookieIn(header: string, name: string): string | undefined {
	const pair = header.split(';').find((text) => text.trim().startsWith(`${name}=`));
	return pair?.slice(pair.indexOf('=') + 1).trim();
}
