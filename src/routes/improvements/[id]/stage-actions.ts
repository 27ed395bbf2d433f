import { redirect, type RequestEvent } from '@sveltejs/kit';
import { selectionIn } from '#lib/improvement/forms.ts';
import { stages } from '#lib/improvement/stages.ts';
import { outcomes } from '#lib/improvement/verdict.ts';
import { followHref } from './follow.ts';
import { acting, fieldsOf, found, undone, type Wanted } from './asked.ts';
import { checkNow, factsOf } from './check-facts.ts';

const unreadable: Wanted = { refused: ['value_unreadable'] };
const decisions = ['standardise', 'next_cycle', 'stop'] as const;

/** From stage to stage, the verdict, and how it ends. */
export const stageActions = {
	move: acting(async ({ improvement, person, fields, signal }) => {
		const to = stages.find((stage) => stage === fields.to);
		if (!to) return unreadable;
		const facts = factsOf(improvement, await checkNow(person, improvement, signal));
		return { command: { do: 'move', to, why: fields.why ?? '' }, facts };
	}),
	/** What is signed is what was seen: other data meanwhile, and it is shown again first. */
	sign: acting(async ({ improvement, person, fields, signal }) => {
		const check = await checkNow(person, improvement, signal);
		const { verdict } = check;
		if (!verdict?.due) return { refused: ['data_not_there_yet'] };
		if (verdict.fingerprint !== fields.fingerprint) return { refused: ['verdict_outdated'] };
		return { command: { do: 'sign_verdict', verdict }, facts: factsOf(improvement, check) };
	}),
	ask_override: acting(({ fields }) => {
		const outcome = outcomes.find((one) => one === fields.outcome);
		return outcome
			? { command: { do: 'ask_override', outcome, why: fields.why ?? '' } }
			: unreadable;
	}),
	/** What is confirmed is the request that was read. */
	confirm_override: acting(({ fields }) =>
		/^\d+$/.test(fields.request ?? '')
			? { command: { do: 'confirm_override', request: Number(fields.request) } }
			: unreadable
	),
	act: acting(({ fields }) => {
		const decision = decisions.find((one) => one === fields.decision);
		if (!decision) return { refused: ['act_undecided'] };
		return {
			command: {
				do: 'decide_act',
				decision: {
					decision,
					document: fields.document ?? '',
					link: fields.link ?? '',
					inForceOn: fields.inForceOn ? fields.inForceOn : null,
					why: fields.why ?? '',
					phase: fields.phase === 'on'
				}
			}
		};
	}),
	reopen: acting(({ fields }) => ({ command: { do: 'reopen', why: fields.why ?? '' } })),
	accept_loss: acting(({ fields }) => ({
		command: { do: 'accept_loss', why: fields.why ?? '' }
	})),
	cancel: acting(({ fields }) => ({ command: { do: 'cancel', why: fields.why ?? '' } })),
	/** The same for other cases: where their numbers come from is asked for as for any new improvement. */
	spread: async ({ request, params }: RequestEvent) => {
		const { improvement } = await found(params.id);
		const fields = fieldsOf(await request.formData());
		const selection = selectionIn(fields.selection ?? '');
		if (selection === null)
			return undone({ form: 'spread', refused: ['value_unreadable'], values: fields });
		redirect(303, followHref(improvement, 'spread', selection));
	}
};
