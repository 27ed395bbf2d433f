import { fail, redirect } from '@sveltejs/kit';
import { emptyFilter } from '#lib/filter/filter.ts';
import { arrangement, choosePolicy } from '#lib/server/policy/arrangement.ts';
import { followArrangement, retiming } from '#lib/server/policy/retiming.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { log } from '#lib/server/serving/log.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request }) => {
	const [scope, standing] = await Promise.all([
		scopeOf(locals.person, emptyFilter, request.signal),
		arrangement()
	]);
	const usual = standing.choices.find(({ source }) => source === '');
	return {
		retiming: retiming(),
		// The choice for all the others first, then every log there is.
		choices: ['', ...scope.allSources.map(({ source }) => source)].map((source) => {
			const own = standing.choices.find((choice) => choice.source === source);
			return {
				source,
				policy: (own ?? usual)?.policy ?? '',
				calendar: (own ?? usual)?.calendar ?? '',
				own: own !== undefined,
				saved: standing.savedChoices.get(source) ?? null
			};
		}),
		policies: standing.policies.map(({ id, names, source }) => ({
			id,
			names,
			source,
			saved: standing.savedPolicies.get(id) ?? null
		})),
		calendars: standing.calendars.map(({ id, names, timeZone }) => ({
			id,
			names,
			source: { en: timeZone, 'zh-CN': timeZone, 'zh-TW': timeZone },
			saved: standing.savedCalendars.get(id) ?? null
		}))
	};
};

export const actions: Actions = {
	choose: async ({ request, locals }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const chosen = await choosePolicy(locals.person, {
			source: text('source'),
			policy: text('policy'),
			calendar: text('calendar')
		});
		if (chosen === 'unknown') return fail(400, { problem: 'unknown' as const });
		followArrangement().catch((error: unknown) =>
			log.error({ err: error }, 'the cases were not timed anew')
		);
		redirect(303, '/settings/limits');
	}
};
