import type { Locale } from '#lib/format/locale.ts';
import { cookieName } from './generated/runtime.js';
import { paraglideMiddleware } from './generated/server.js';

/**
 * Does work whose messages are in a language of its own, whoever asks: what is frozen or mailed is written
 * in languages nobody at hand reads. Server only.
 */
export function inLocale<T>(locale: Locale, work: () => T | Promise<T>): Promise<T> {
	const request = new Request('http://localhost/', {
		headers: { cookie: `${cookieName}=${locale}` }
	});
	return paraglideMiddleware(request, work) as Promise<T>;
}
