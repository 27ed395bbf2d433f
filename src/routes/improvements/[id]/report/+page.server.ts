import { formats } from '#lib/format/formats.ts';
import { peoplesDay } from '#lib/server/improvement/peoples-day.ts';
import { trailOf } from '#lib/server/record/trail.ts';
import { businessZone } from '#lib/server/state/state.ts';
import { found } from '../asked.ts';
import { checkNow } from '../check-facts.ts';
import { shownCheck } from '../shown-check.ts';
import { reportChart } from './report-chart.ts';
import { isForm } from './report-forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals, request }) => {
	const { improvement, events } = await found(params.id);
	const [check, trail] = await Promise.all([
		checkNow(locals.person, improvement, request.signal),
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
		compared: check.compared,
		sinceThen: check.sinceThen,
		problem: check.problem,
		picture: reportChart(
			formats(locals.locale, businessZone()),
			improvement.plan,
			shownCheck(check, improvement.plan)
		),
		/** A fixed day: a report printed tomorrow says so. */
		printedOn: peoplesDay()
	};
};
