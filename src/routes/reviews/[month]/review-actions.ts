import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as m from '#lib/messages/generated/messages.js';
import { signingRoles } from '#lib/review/minutes.ts';
import type { SigningProblem } from '#lib/review/signing.ts';
import type { Day } from '#lib/filter/filter.ts';
import { commentOn, decide, reopen, type MinutesProblem } from '#lib/server/review/minutes.ts';
import { signFurther, signPrepared } from '#lib/server/review/signatures.ts';
import { monthNamed, toFreeze } from './month-page.ts';

type Event = RequestEvent<{ month: string }>;

/** A form as it was sent: what a person wrote is not lost to a refusal. */
interface Sent {
	readonly month: Day;
	readonly text: (name: string) => string;
	readonly number: (name: string) => number;
	readonly given: Readonly<Record<string, string>>;
}

async function sent({ request, params }: Event): Promise<Sent> {
	const month = monthNamed(params.month);
	if (month === null) error(404, m.monthly_not_found());
	const given: Record<string, string> = {};
	for (const [name, value] of await request.formData())
		if (typeof value === 'string') given[name] = value;
	const text = (name: string): string => given[name] ?? '';
	return { month, text, number: (name) => Number(text(name)) || 0, given };
}

function answered(
	{ month, given }: Sent,
	at: string,
	problem: MinutesProblem | SigningProblem | null
) {
	if (problem) return fail(problem === 'changed_meanwhile' ? 409 : 400, { problem, at, given });
	redirect(303, `/reviews/${month.slice(0, 7)}#${at}`);
}

export const reviewActions = {
	comment: async (event: Event) => {
		const form = await sent(event);
		const { text, number, month } = form;
		const section = text('section');
		const given = { section, text: text('text'), seen: number('seen') };
		return answered(form, section, await commentOn(event.locals.person, month, given));
	},
	decide: async (event: Event) => {
		const form = await sent(event);
		const { text, number, month } = form;
		// A decision of an earlier month is followed up from a later one.
		const of = monthNamed(text('of')) ?? month;
		const problem = await decide(event.locals.person, of, {
			id: text('id'),
			seen: number('seen'),
			what: text('what'),
			about: text('about'),
			evidence: text('evidence'),
			owner: text('owner'),
			due: text('due'),
			state: text('state'),
			result: text('result'),
			stateOnly: text('state_only') !== ''
		});
		return answered(form, of === month ? 'decisions' : 'followed', problem);
	},
	sign: async (event: Event) => {
		const form = await sent(event);
		const { person } = event.locals;
		const role = signingRoles.find((known) => known === form.text('role'));
		const seen = form.text('seen');
		const problem =
			role === undefined
				? 'not_your_turn'
				: role === 'prepared'
					? await signPrepared(person, form.month, seen, (minutes) =>
							toFreeze(person, minutes, event.request.signal)
						)
					: await signFurther(person, form.month, role, seen);
		return answered(form, 'signing', problem);
	},
	reopen: async (event: Event) => {
		const form = await sent(event);
		const { person } = event.locals;
		const given = { reason: form.text('reason'), version: form.number('version') };
		return answered(form, 'signing', await reopen(person, form.month, given));
	}
};
