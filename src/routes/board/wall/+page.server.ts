import { wallFacts } from './wall-facts.ts';
import type { PageServerLoad } from './$types';

/** The first picture comes without the review's headline, which takes longer: the page asks for it then. */
export const load: PageServerLoad = async ({ locals, request, url }) => ({
	sheet: true,
	wall: await wallFacts(locals.person, request.signal, false),
	seconds: {
		slide: secondsOf(url.searchParams.get('slide'), 20),
		poll: secondsOf(url.searchParams.get('poll'), 15)
	}
});

function secondsOf(text: string | null, usual: number): number {
	const seconds = Number(text ?? Number.NaN);
	return seconds >= 1 && seconds <= 3600 ? seconds : usual;
}
