import { error, fail, redirect } from '@sveltejs/kit';
import { holidaysKnownUntil, type NamedCalendar } from '#lib/calendar/named-calendar.ts';
import { weekdays } from '#lib/calendar/working-calendar.ts';
import { daysText, mergedDays, windowsText } from '#lib/calendar/written.ts';
import { partedDays, readHolidays, repeatingEvents } from '#lib/calendar/holiday-file.ts';
import * as m from '#lib/messages/generated/messages.js';
import { arrangement, freshId, saveCalendar } from '#lib/server/policy/arrangement.ts';
import { calendarOfForm } from '#lib/server/policy/form.ts';
import { refused, seenSave } from '#lib/server/policy/form-problem.ts';
import { followArrangement } from '#lib/server/policy/retiming.ts';
import { log } from '#lib/server/serving/log.ts';
import type { Actions, PageServerLoad } from './$types';

const largestFile = 2_000_000;

export const load: PageServerLoad = async ({ params, url }) => {
	const standing = await arrangement();
	const calendar = standing.calendars.find(({ id }) => id === params.id);
	if (!calendar) error(404, m.limits_not_found());
	const wanted = url.searchParams.get('from');
	const week = calendar.weeks.find(({ from }) => from === wanted) ??
		calendar.weeks.at(-1) ?? { from: null, week: {} };
	return {
		calendar: { id: calendar.id, names: calendar.names, timeZone: calendar.timeZone },
		publicHolidays: calendar.publicHolidays,
		knownUntil: holidaysKnownUntil({ ...calendar, publicHolidays: 'china' }),
		versions: calendar.weeks.map(({ from }) => from),
		from: week.from,
		week: weekdays.map((weekday) => ({
			weekday,
			windows: windowsText(week.week[weekday] ?? [])
		})),
		holidays: daysText(calendar.holidays),
		makeUpDays: daysText(calendar.makeUpDays),
		/** Events of the file just read that come again by a rule. */
		repeating: Number(url.searchParams.get('repeating')) || 0,
		saved: standing.savedCalendars.get(calendar.id) ?? null
	};
};

export const actions: Actions = {
	save: ({ request, locals, params }) =>
		change(params.id, async (calendar) => {
			const sent = await request.formData();
			const given = calendarOfForm(sent, calendar);
			if ('problem' in given) return fail(400, given);
			if ((await saveCalendar(locals.person, given, seenSave(sent))) === 'changed')
				return fail(409, refused(sent, 'changed'));
			return given.id;
		}),
	copy: ({ request, locals, params }) =>
		change(params.id, async (calendar) => {
			const id = freshId(calendar.id);
			const given = calendarOfForm(await request.formData(), { ...calendar, id });
			if ('problem' in given) return fail(400, given);
			await saveCalendar(locals.person, given);
			return id;
		}),
	import: ({ request, locals, params }) =>
		change(params.id, async (calendar) => {
			const form = await request.formData();
			const file = form.get('file');
			const text = file instanceof File && file.size <= largestFile ? await file.text() : '';
			const days = readHolidays(text);
			if (days.length === 0) return fail(400, refused(form, 'file'));
			const { holidays, makeUpDays } = partedDays(days);
			await saveCalendar(locals.person, {
				...calendar,
				holidays: mergedDays(calendar.holidays, holidays),
				makeUpDays: mergedDays(calendar.makeUpDays, makeUpDays)
			});
			const repeating = repeatingEvents(text);
			return repeating > 0 ? `${calendar.id}?repeating=${repeating}` : calendar.id;
		})
};

/** Does it to the calendar as it stands, times the cases anew and comes back to it. */
async function change<T>(id: string, act: (calendar: NamedCalendar) => Promise<T | string>) {
	const calendar = (await arrangement()).calendars.find((each) => each.id === id);
	if (!calendar) error(404, m.limits_not_found());
	const result = await act(calendar);
	if (typeof result !== 'string') return result;
	followArrangement().catch((failure: unknown) =>
		log.error({ err: failure }, 'the cases were not timed anew')
	);
	redirect(303, `/settings/limits/calendars/${result}`);
}
