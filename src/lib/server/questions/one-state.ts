import type { Handle } from '@sveltejs/kit';
import { forgetRequestState } from './request-state.ts';

/** A load takes longer than a page: who meets this many in a row is told so. */
const mostTries = 4;

/**
 * A page or an answer of the API speaks of one state of the data. Where a load was committed between two
 * of its questions (`DataChanged`, noted by `handleError`), what was made so far is thrown away and made
 * anew. Only what is read is asked again, never an act of a person.
 */
export const oneState: Handle = async ({ event, resolve }) => {
	const reading = event.request.method === 'GET' || event.request.method === 'HEAD';
	for (let tries = 1; ; tries++) {
		event.locals.dataChanged = false;
		const response = await resolve(event);
		if (!event.locals.dataChanged || !reading || tries === mostTries) return response;
		await response.body?.cancel();
		forgetRequestState(event.request.signal);
	}
};
