import { fail } from '@sveltejs/kit';
import { boardChoices } from '#lib/improvement/board-choices.ts';
import { stages } from '#lib/improvement/stages.ts';
import { submit } from '#lib/server/improvement/store.ts';
import { keepGains } from './keep-gains.ts';
import { biggestCategory, boardFacts } from '#lib/server/questions/improvements-board.ts';
import { found } from './[id]/asked.ts';
import { checkNow, factsOf } from './[id]/check-facts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const choices = boardChoices(url.searchParams);
	await keepGains(request.signal);
	const facts = await boardFacts(locals.person, choices, request.signal);
	return {
		choices,
		facts,
		biggest: facts.summary ? null : await biggestCategory(locals.person, request.signal)
	};
};

export const actions: Actions = {
	move: async ({ request, locals }) => {
		const form = await request.formData();
		const text = (name: string): string => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		};
		const to = stages.find((stage) => stage === text('to'));
		if (to === undefined) return fail(400);
		const why = text('why').trim().slice(0, 400);
		const { improvement } = await found(text('id'));
		const check = await checkNow(locals.person, improvement, request.signal);
		const { number, refused } = await submit(
			locals.person,
			improvement.id,
			{ do: 'move', to, why },
			factsOf(improvement, check)
		);
		const moved = { number, to, refused };
		return refused.length > 0 ? fail(409, moved) : moved;
	}
};
