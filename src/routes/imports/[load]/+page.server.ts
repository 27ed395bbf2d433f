import { error, fail, redirect } from '@sveltejs/kit';
import { problemText } from '#lib/messages/import-words.ts';
import { ledger, loadDetails } from '#lib/server/import/ledger.ts';
import {
	confirmSuspicion,
	suspicionStates,
	withdrawSuspicion
} from '#lib/server/import/suspicions.ts';
import { undo, wouldUndo } from '#lib/server/import/undo.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const store = await warehouse();
	const id = loadId(params.load);
	const details = id === null ? null : await loadDetails(store, id);
	if (!details) error(404, problemText({ code: 'no_such_load', facts: {} }));
	const others = (await ledger(store)).filter(
		(entry) => entry.undoneAt === null && !entry.demo && entry.source !== details.source
	);
	return {
		details,
		undoing: details.undoneAt === null ? await wouldUndo(store, details) : null,
		suspicions: await suspicionStates(store, details.source),
		/** Without its name in the filter the pages would show other logs with it. */
		otherSources: others.length > 0
	};
};

export const actions: Actions = {
	undo: async ({ params, locals }) => {
		const result = await undo(await warehouse(), loadId(params.load) ?? -1, locals.person);
		if ('problem' in result) return fail(409, { problem: result.problem });
		redirect(303, `/imports/${params.load}`);
	},
	confirm: ({ params, locals, request }) => say(params.load, locals, request, confirmSuspicion),
	withdraw: ({ params, locals, request }) => say(params.load, locals, request, withdrawSuspicion)
};

async function say(
	load: string,
	locals: App.Locals,
	request: Request,
	word: typeof confirmSuspicion
) {
	const rows = String((await request.formData()).get('rows') ?? '');
	const answer = await word(await warehouse(), loadId(load) ?? -1, rows, locals.person);
	if ('problem' in answer) return fail(409, { problem: answer.problem });
	redirect(303, `/imports/${load}#warnings`);
}

function loadId(text: string): number | null {
	return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
