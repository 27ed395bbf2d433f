import { error, fail, redirect } from '@sveltejs/kit';
import * as m from '#lib/messages/generated/messages.js';
import { answerCase, auditOf } from '#lib/server/audit/audits.ts';
import { checklistOf } from '#lib/server/audit/checklists.ts';
import { caseFacts } from '#lib/server/questions/case-page.ts';
import type { Actions, PageServerLoad } from './$types';

async function asked(params: { readonly number: string; readonly place: string }) {
	const audit = await auditOf(params.number);
	const checklist = audit && (await checklistOf(audit.checklist.id, audit.checklist.version));
	const place = /^\d{1,4}$/.test(params.place) ? Number(params.place) : 0;
	const drawn = audit?.cases[place - 1];
	if (!audit || !checklist || !drawn) error(404, m.audit_not_found());
	return { audit, checklist, place, drawn };
}

export const load: PageServerLoad = async ({ params, locals, request, url }) => {
	const { audit, checklist, place, drawn } = await asked(params);
	const own = audit.answered.filter((one) => one.place === place);
	const mine = own.find(({ auditor }) => auditor.id === locals.person.id) ?? null;
	const facts = await caseFacts(locals.person, drawn, request.signal);
	return {
		number: audit.number,
		place,
		of: audit.cases.length,
		drawn,
		by: audit.by,
		checklist,
		row: facts?.row ?? null,
		held: facts?.held ?? [],
		mine: mine?.answers ?? null,
		saved: url.searchParams.has('saved'),
		/** Two agree only if neither saw the other: what others said is shown once one has said it oneself. */
		others: own.filter((one) => one !== mine).length,
		said: mine
			? own
					.filter((one) => one !== mine)
					.map(({ auditor, answers }) => ({ name: auditor.name, answers }))
			: []
	};
};

export const actions: Actions = {
	answer: async ({ request, locals, params }) => {
		const { audit, checklist, place } = await asked(params);
		const form = await request.formData();
		const text = (name: string): string => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		};
		const given = Object.fromEntries(
			checklist.items.map(({ id }) => [
				id,
				{ verdict: text(`verdict:${id}`), note: text(`note:${id}`) }
			])
		);
		const problem = await answerCase(locals.person, audit.number, place, given);
		if (problem) return fail(400, { problem, given });
		const answered = new Set(
			audit.answered
				.filter(({ auditor }) => auditor.id === locals.person.id)
				.map((one) => one.place)
		);
		const open = audit.cases.findIndex((_, at) => at + 1 > place && !answered.has(at + 1)) + 1;
		redirect(303, `/audits/${audit.number}${open > 0 ? `/${open}?saved` : ''}`);
	}
};
