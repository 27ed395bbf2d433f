import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Command, Conflict, Refusal } from '#lib/improvement/commands.ts';
import type { Fields } from '#lib/improvement/forms.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import type { GateFacts } from '#lib/improvement/plan-gaps.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { Person } from '#lib/server/access/person.ts';
import { improvementOf, submit } from '#lib/server/improvement/store.ts';

/** One act of a person on an improvement, as a form sent it. */
export interface Asked {
	readonly improvement: Improvement;
	readonly person: Person;
	readonly fields: Fields;
	readonly signal: AbortSignal;
}

/** What did not happen, with what was written so that nothing of it is lost. */
export interface Undone {
	/** The form it came from. */
	readonly form: string;
	readonly refused: readonly Refusal[];
	readonly conflicts: readonly Conflict[];
	readonly values: Fields;
}

/** A command, with what the gates need of the data; or why the form cannot be one. */
export type Wanted =
	| { readonly command: Command; readonly facts?: GateFacts }
	| { readonly refused: readonly Refusal[] };

type Event = Pick<RequestEvent, 'request' | 'locals' | 'params'>;

/** The improvement an address names, or the page that says there is none. */
export async function found(id: string | undefined) {
	const kept = await improvementOf(id ?? '');
	if (!kept) error(404, m.improvement_not_found({ id: id ?? '' }));
	return kept;
}

/** Reads a form, does what it asks for, and comes back to where it was sent from. */
export function acting(want: (asked: Asked) => Wanted | Promise<Wanted>) {
	return async ({ request, locals, params }: Event) => {
		const { improvement } = await found(params.id);
		const fields = fieldsOf(await request.formData());
		const { person } = locals;
		const form = fields.form ?? '';
		const wanted = await want({ improvement, person, fields, signal: request.signal });
		if ('refused' in wanted) return undone({ form, refused: wanted.refused, values: fields });
		const { refused, conflicts } = await submit(
			person,
			improvement.id,
			wanted.command,
			wanted.facts
		);
		if (refused.length > 0 || conflicts.length > 0)
			return undone({ form, refused, conflicts, values: fields });
		return done(request, improvement, form);
	};
}

/** A page's script stays where it is; without one the page is asked for anew, so that a reload sends nothing twice. */
export function done(request: Request, { number }: Improvement, form: string) {
	if (request.headers.has('x-sveltekit-action')) return { done: form };
	redirect(303, `/improvements/${number}${form === '' ? '' : `#${form}`}`);
}

export function undone({
	form,
	refused,
	conflicts = [],
	values
}: Pick<Undone, 'form' | 'refused' | 'values'> & Partial<Undone>) {
	const said: Undone = { form, refused, conflicts, values };
	return fail(conflicts.length > 0 ? 409 : 400, said);
}

/** Nothing was asked for yet: the form stays open with what was written. */
export function unfinished(values: Fields): Undone {
	return { form: values.form ?? '', refused: [], conflicts: [], values };
}

/** Texts of a form, trimmed; files are read by the action that takes them. */
export function fieldsOf(form: FormData): Fields {
	const fields: Record<string, string> = {};
	for (const [name, value] of form) if (typeof value === 'string') fields[name] = value.trim();
	return fields;
}
