import { error, fail, redirect } from '@sveltejs/kit';
import { caseHref } from '#lib/filter/href.ts';
import { correctableFields, type CorrectableField } from '#lib/measures/correctable-fields.ts';
import * as m from '#lib/messages/generated/messages.js';
import { deadlinesOf } from '#lib/server/questions/deadlines.ts';
import { caseFacts } from '#lib/server/questions/case-page.ts';
import { correctCase, withdrawCorrection } from '#lib/server/record/corrections.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const key = { source: params.source, caseNo: params.case };
	const facts = await caseFacts(locals.person, key, request.signal);
	if (!facts) error(404, m.case_not_found({ number: params.case }));
	return {
		facts,
		deadlines: await deadlinesOf(key),
		dataVersion: facts.dataVersion,
		printedAt: Date.now()
	};
};

export const actions: Actions = {
	correct: async ({ request, locals, params }) => {
		const form = await request.formData();
		const field = fieldOf(form);
		if (!field) return fail(400, { problem: 'unknown_field' as const });
		const value = textOf(form, 'value');
		const subcategory = textOf(form, 'subcategory');
		const result = await correctCase(
			locals.person,
			{ source: params.source, caseNo: params.case },
			{
				field,
				value,
				seen: textOf(form, 'seen'),
				reason: textOf(form, 'reason') ?? '',
				...(subcategory !== null && { subcategory })
			}
		);
		// After a post one comes back to the case, so that a reload does not send it again.
		if ('changed' in result) redirect(303, caseHref(params.source, params.case));
		return fail(409, { ...result, field, value });
	},
	withdraw: async ({ request, locals, params }) => {
		const form = await request.formData();
		const field = fieldOf(form);
		if (!field) return fail(400, { problem: 'unknown_field' as const });
		const result = await withdrawCorrection(
			locals.person,
			{ source: params.source, caseNo: params.case },
			{ field, number: Number(form.get('number')) }
		);
		if ('changed' in result) redirect(303, caseHref(params.source, params.case));
		return fail(409, { ...result, field, value: null });
	}
};

function fieldOf(form: FormData): CorrectableField | undefined {
	return correctableFields.find((name) => name === form.get('field'));
}

/** A text as people mean it: trimmed, blank as nothing. */
function textOf(form: FormData, name: string): string | null {
	const text = form.get(name);
	return typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, 500) : null;
}
