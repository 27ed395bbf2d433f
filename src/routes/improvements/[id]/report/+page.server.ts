import { error } from '@sveltejs/kit';
import { formats } from '#lib/format/formats.ts';
import { improvementOf } from '#lib/server/improvement/store.ts';
import { peoplesDay } from '#lib/server/improvement/peoples-day.ts';
import { checkOf } from '#lib/server/questions/improvement-check.ts';
import { trailOf } from '#lib/server/record/trail.ts';
import { businessZone } from '#lib/server/state/state.ts';
import { reportChart } from './report-chart.ts';
import { isForm } from './report-forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals, request }) => {
	const found = await improvementOf(params.id);
	if (!found) error(404);
	const { improvement, events } = found;
	const { plan, version } = improvement;
	const [check, trail] = await Promise.all([
		checkOf(locals.person, plan, version, request.signal),
		trailOf(improvement.id)
	]);
	const asked = url.searchParams.get('form');
	return {
		/** No frame around it: the page is a sheet. */
		sheet: true,
		form: isForm(asked) ? asked : locals.locale === 'en' ? ('8d' as const) : ('qc' as const),
		improvement,
		events,
		hashes: Object.fromEntries(trail.map(({ number, hash }) => [number, hash ?? ''])),
		/** As the data stand now; null where nothing can be computed. */
		computed: check.verdict,
		problem: check.problem,
		picture: reportChart(formats(locals.locale, businessZone()), plan, check),
		/** A fixed day: a report printed tomorrow says so. */
		printedOn: peoplesDay()
	};
};
