import { error, json } from '@sveltejs/kit';
import * as m from '#lib/messages/generated/messages.js';
import { monthNamed, toldReview } from '../month-page.ts';
import type { RequestHandler } from './$types';

/** How many signals a month tells of: the list of months asks one after the other. */
export const GET: RequestHandler = async ({ params, locals, request }) => {
	const month = monthNamed(params.month);
	const { signal } = request;
	const told = month && (await toldReview(locals.person, month, locals.locale, { signal }));
	if (!told) error(404, m.monthly_not_found());
	const { findings, partial, judged } = told.review;
	const signals = findings.filter(({ kind }) => kind === 'news').length;
	return json({ signals: partial || judged === 0 ? null : signals });
};
