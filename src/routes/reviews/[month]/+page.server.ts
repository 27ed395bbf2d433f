import { error } from '@sveltejs/kit';
import { shiftMonth } from '#lib/filter/period.ts';
import * as m from '#lib/messages/generated/messages.js';
import { nextRole, reviewState } from '#lib/review/signing.ts';
import { peoplesDay } from '#lib/server/improvement/peoples-day.ts';
import { directory } from '#lib/server/record/people.ts';
import { seenHash } from '#lib/server/review/signatures.ts';
import { changedSince, monthNamed, reviewNotes, toldReview, versionAsked } from './month-page.ts';
import { reviewActions } from './review-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals, request }) => {
	const month = monthNamed(params.month);
	if (month === null) error(404, m.monthly_not_found());
	const { person, locale } = locals;
	const { signal } = request;
	const told = await toldReview(person, month, locale, { signal, version: versionAsked(url) });
	if (!told) error(404, m.monthly_not_found());
	const { minutes, frozen, review, followed, inForce } = told;
	const today = peoplesDay();
	const changed = await changedSince(person, told, locale, signal);
	return {
		/** No frame around it: the page is a sheet. */
		sheet: true,
		...told,
		state: reviewState(told),
		next: inForce ? nextRole(minutes) : null,
		/** What a signature carries back: it signs what was on this page. */
		seen:
			frozen && inForce
				? (minutes.signatures[0]?.hash ?? '')
				: seenHash(review, minutes, followed, today),
		changed,
		notes: reviewNotes(told, changed),
		today,
		people: (await directory()).map(({ name }) => name),
		previous: shiftMonth(month, -1).slice(0, 7),
		following: shiftMonth(month, 1).slice(0, 7)
	};
};

export const actions: Actions = reviewActions;
