import { redirect } from '@sveltejs/kit';
import { knownTheme, themeCookie } from '#lib/components/theme.ts';
import { cookieName } from '#lib/messages/generated/runtime.js';
import { knownLocale } from '#lib/messages/negotiate.ts';
import { textOf } from '#lib/server/http/form-text.ts';
import { ownPath } from '#lib/server/http/own-path.ts';
import type { RequestHandler } from './$types';

const year = 31_536_000;

/** Keeps the chosen language or theme and goes back to where it was chosen. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	// Readable by script, as the page's own words follow the same cookie; not `secure`, as the app is
	// also served over plain http inside a house, and neither choice is a secret.
	const kept = {
		path: '/',
		maxAge: year,
		httpOnly: false,
		sameSite: 'lax',
		secure: false
	} as const;
	const locale = knownLocale(textOf(form, 'locale'));
	if (locale) cookies.set(cookieName, locale, kept);
	const theme = textOf(form, 'theme');
	if (theme) cookies.set(themeCookie, knownTheme(theme), kept);
	redirect(303, ownPath(textOf(form, 'back'), url) ?? '/');
};
