import type { NamedCalendar } from '#lib/calendar/named-calendar.ts';
import {
	fitFields,
	limitStages,
	type LimitStage,
	type Policy,
	type PolicyVersion
} from '#lib/calendar/policy.ts';
import { weekdays, type Weekday } from '#lib/calendar/working-calendar.ts';
import { parseDays, parseWindows, unreadableLine } from '#lib/calendar/written.ts';
import { textOf } from '#lib/server/http/form-text.ts';
import { namesOf, refused, type FormProblem } from './form-problem.ts';
import { calendarShape, policyShape } from './shapes.ts';

/** A calendar as a form says it, over the one that stands; the week holds from the form's date on. */
export function calendarOfForm(
	form: FormData,
	standing: NamedCalendar
): NamedCalendar | FormProblem {
	const names = namesOf(form);
	if (!names) return refused(form, 'name');
	const from = textOf(form, 'from') || null;
	const week: Partial<Record<Weekday, unknown>> = {};
	for (const weekday of weekdays) {
		const windows = parseWindows(textOf(form, weekday));
		if (!windows) return refused(form, 'windows', { field: weekday });
		if (windows.length > 0) week[weekday] = windows;
	}
	for (const field of ['holidays', 'make_up'] as const) {
		const row = unreadableLine(textOf(form, field));
		if (row !== null) return refused(form, 'days', { field, row });
	}
	const timeZone = textOf(form, 'zone');
	const parsed = calendarShape.safeParse({
		id: standing.id,
		names,
		timeZone,
		publicHolidays: form.get('public') === 'china' ? 'china' : null,
		weeks: versions(standing.weeks, { from, week }),
		holidays: parseDays(textOf(form, 'holidays'))?.map(({ date, name }) => ({ date, name })),
		makeUpDays: parseDays(textOf(form, 'make_up'))
	});
	if (parsed.success) return parsed.data;
	const [path] = parsed.error.issues[0]?.path ?? [];
	return refused(
		form,
		path === 'names' ? 'name' : path === 'timeZone' ? 'zone' : path === 'weeks' ? 'date' : 'days'
	);
}

/** A policy as a form says it, over the one that stands; its limits hold from the form's date on. */
export function policyOfForm(form: FormData, standing: Policy): Policy | FormProblem {
	const names = namesOf(form);
	if (!names) return refused(form, 'name');
	const from = textOf(form, 'from') || null;
	const column = (name: string) => form.getAll(name).map(String);
	const [stages, starts, values, units] = ['stage', 'starts', 'value', 'unit'].map(column);
	/** Rows of the form the limits come from, counted from 1. */
	const rows: number[] = [];
	const limits = (stages ?? []).flatMap((stage, index) => {
		const value = values?.[index]?.trim() ?? '';
		if (stage === '' || value === '') return [];
		rows.push(index + 1);
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
	if (!parsed.success) {
		const [first, index, part, row] = parsed.error.issues[0]?.path ?? [];
		if (first === 'names') return refused(form, 'name');
		if (part === 'from') return refused(form, 'date');
		const ours = first === 'versions' && typeof index === 'number' && typeof row === 'number';
		return refused(form, 'limits', ours ? { field: 'value', row: rows[row] } : {});
	}
	const other = otherStart(parsed.data.versions, from);
	if (other === null) return parsed.data;
	return refused(form, 'starts', { field: 'starts', stage: other.stage, row: rows[other.row] });
}

/**
 * The first limit of a version whose clock starts elsewhere than another limit of the same stage: which
 * of the two held would hang on which start is looked at.
 */
function otherStart(
	versions: readonly PolicyVersion[],
	from: string | null
): { readonly row: number; readonly stage: LimitStage } | null {
	const shown = versions.find((version) => version.from === from)?.limits ?? [];
	for (const stage of limitStages) {
		const starts = versions
			.filter((version) => version.from !== from)
			.flatMap(({ limits }) => limits)
			.find((limit) => limit.stage === stage)?.starts;
		const first = starts ?? shown.find((limit) => limit.stage === stage)?.starts;
		const row = shown.findIndex((limit) => limit.stage === stage && limit.starts !== first);
		if (row >= 0) return { row, stage };
	}
	return null;
}

/** The version of that date replaced, or a new one beside the others. */
function versions<T extends { readonly from: string | null }>(
	standing: readonly { readonly from: string | null }[],
	version: T
): readonly object[] {
	const others = standing.filter(({ from }) => from !== version.from);
	return [...others, version].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
}

function wordsOf(text: string): string[] {
	return text
		.split(/[,;，；、]/)
		.map((word) => word.trim().slice(0, 200))
		.filter((word) => word !== '');
}
