import type { NamedCalendar, Names } from '#lib/calendar/named-calendar.ts';
import { fitFields, type Policy } from '#lib/calendar/policy.ts';
import { weekdays } from '#lib/calendar/working-calendar.ts';
import { parseDays, parseWindows } from '#lib/calendar/written.ts';
import { calendarShape, policyShape } from './shapes.ts';

/** What could not be read of a form. */
export interface FormProblem {
	readonly problem: 'name' | 'date' | 'zone' | 'windows' | 'days' | 'limits';
}

/** A calendar as a form says it, over the one that stands; the week holds from the form's date on. */
export function calendarOfForm(
	form: FormData,
	standing: NamedCalendar
): NamedCalendar | FormProblem {
	const names = namesOf(form);
	if (!names) return { problem: 'name' };
	const from = textOf(form, 'from') || null;
	const week: Record<string, unknown> = {};
	for (const weekday of weekdays) {
		const windows = parseWindows(textOf(form, weekday));
		if (!windows) return { problem: 'windows' };
		if (windows.length > 0) week[weekday] = windows;
	}
	const holidays = parseDays(textOf(form, 'holidays'));
	const makeUpDays = parseDays(textOf(form, 'make_up'));
	if (!holidays || !makeUpDays) return { problem: 'days' };
	const timeZone = textOf(form, 'zone');
	const parsed = calendarShape.safeParse({
		id: standing.id,
		names,
		timeZone,
		publicHolidays: form.get('public') === 'china' ? 'china' : null,
		weeks: versions(standing.weeks, { from, week }),
		holidays: holidays.map(({ date, name }) => ({ date, name })),
		makeUpDays
	});
	if (parsed.success) return parsed.data;
	const [path] = parsed.error.issues[0]?.path ?? [];
	return { problem: path === 'timeZone' ? 'zone' : path === 'weeks' ? 'date' : 'days' };
}

/** A policy as a form says it, over the one that stands; its limits hold from the form's date on. */
export function policyOfForm(form: FormData, standing: Policy): Policy | FormProblem {
	const names = namesOf(form);
	if (!names) return { problem: 'name' };
	const from = textOf(form, 'from') || null;
	const column = (name: string) => form.getAll(name).map(String);
	const [stages, starts, values, units] = ['stage', 'starts', 'value', 'unit'].map(column);
	const limits = (stages ?? []).flatMap((stage, index) => {
		const value = values?.[index]?.trim() ?? '';
		if (stage === '' || value === '') return [];
		const fits = Object.fromEntries(
			fitFields.flatMap((field) => {
				const words = wordsOf(column(field)[index] ?? '');
				return words.length > 0 ? [[field, words]] : [];
			})
		);
		return [{ stage, starts: starts?.[index], value: Number(value), unit: units?.[index], fits }];
	});
	const parsed = policyShape.safeParse({
		id: standing.id,
		names,
		source: standing.source,
		versions: versions(standing.versions, { from, limits })
	});
	if (parsed.success) return parsed.data;
	const [, , part] = parsed.error.issues[0]?.path ?? [];
	return { problem: part === 'from' ? 'date' : 'limits' };
}

/** The version of that date replaced, or a new one beside the others. */
function versions<T extends { readonly from: string | null }>(
	standing: readonly { readonly from: string | null }[],
	version: T
): readonly object[] {
	const others = standing.filter(({ from }) => from !== version.from);
	return [...others, version].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
}

function namesOf(form: FormData): Names | null {
	const names = {
		en: textOf(form, 'name_en'),
		'zh-CN': textOf(form, 'name_zh-CN'),
		'zh-TW': textOf(form, 'name_zh-TW')
	};
	const any = names['zh-CN'] || names.en || names['zh-TW'];
	if (any === '') return null;
	// One name is enough: the other languages show it too.
	return { en: names.en || any, 'zh-CN': names['zh-CN'] || any, 'zh-TW': names['zh-TW'] || any };
}

function wordsOf(text: string): string[] {
	return text
		.split(/[,;，；、]/)
		.map((word) => word.trim().slice(0, 200))
		.filter((word) => word !== '');
}

function textOf(form: FormData, name: string): string {
	const text = form.get(name);
	return typeof text === 'string' ? text.trim() : '';
}
