import { textOf } from '#lib/server/http/form-text.ts';
import type { LimitStage } from '#lib/calendar/policy.ts';
import type { Names } from '#lib/calendar/named-calendar.ts';

/** What could not be read of a form, where, and all that was typed, so that nobody types it twice. */
export interface FormProblem {
	readonly problem:
		'name' | 'date' | 'zone' | 'windows' | 'days' | 'limits' | 'starts' | 'file' | 'changed';
	/** Name of the field in the form. */
	readonly field: string | null;
	/** Row of the table or line of the field, counted from 1. */
	readonly row: number | null;
	/** Stage the problem is about. */
	readonly stage: LimitStage | null;
	/** Every field's values, in the order of the form. */
	readonly typed: Readonly<Record<string, readonly string[]>>;
}

/** @param form what was sent; a file is not given back */
export function refused(
	form: FormData,
	problem: FormProblem['problem'],
	where: { field?: string; row?: number | undefined; stage?: LimitStage } = {}
): FormProblem {
	const typed: Record<string, string[]> = {};
	for (const [name, value] of form)
		if (typeof value === 'string') (typed[name] ??= []).push(value.slice(0, longestGivenBack));
	return {
		problem,
		field: where.field ?? null,
		row: where.row ?? null,
		stage: where.stage ?? null,
		typed
	};
}

const longestGivenBack = 100_000;

/** The save a form was made from; null: what ships; undefined: the form does not say. */
export function seenSave(form: FormData): number | null | undefined {
	const seen = form.get('seen');
	if (typeof seen !== 'string') return undefined;
	return seen === '' ? null : Number(seen);
}

/** Names of a form; null where none is given. One is enough: the other languages show it too. */
export function namesOf(form: FormData): Names | null {
	const names = {
		en: textOf(form, 'name_en'),
		'zh-CN': textOf(form, 'name_zh-CN'),
		'zh-TW': textOf(form, 'name_zh-TW')
	};
	const any = names['zh-CN'] || names.en || names['zh-TW'];
	if (any === '') return null;
	return { en: names.en || any, 'zh-CN': names['zh-CN'] || any, 'zh-TW': names['zh-TW'] || any };
}
