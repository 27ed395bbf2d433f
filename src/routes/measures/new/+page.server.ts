import { error, fail, redirect } from '@sveltejs/kit';
import { withAdded } from '#lib/filter/added-conditions.ts';
import { draftHref, draftOf, parseDraft } from '#lib/filter/own-draft.ts';
import { measureIds } from '#lib/measures/catalogue.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measureName } from '#lib/messages/measure-words.ts';
import { textOf } from '#lib/server/http/form-text.ts';
import { ownTrial } from '#lib/server/questions/own-trial.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import {
	measureOwners,
	nameOwner,
	ownMeasureOf,
	saveOwnMeasure
} from '#lib/server/record/own-measures.ts';
import { directory } from '#lib/server/record/people.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const added = withAdded(url.searchParams);
	if (added) redirect(303, `/measures/new?${added.toString()}`);
	const of = url.searchParams.get('of') ?? '';
	const before = of === '' ? null : await ownMeasureOf(of);
	if (of !== '' && (!before || before.retired)) error(404, m.own_not_found());
	if (before && !url.searchParams.has('kind')) redirect(303, draftHref(draftOf(of, before)));
	const draft = parseDraft(url.searchParams);
	const shown = draft.list === 'basis' ? draft.basis : draft.part;
	const [trial, scope, people, owners] = await Promise.all([
		ownTrial(locals.person, draft, before?.id ?? null, request.signal),
		scopeOf(locals.person, shown, request.signal),
		directory(),
		measureOwners()
	]);
	return {
		draft,
		trial,
		filterProblems: draft.unread,
		dataVersion: scope.dataVersion,
		before: before && {
			id: before.id,
			name: before.name,
			better: before.better,
			seen: before.versions[0]?.number
		},
		owner: before ? (owners.get(before.id)?.id ?? '') : '',
		people: people.map(({ id, name }) => ({ id, name }))
	};
};

export const actions: Actions = {
	save: async ({ request, locals, url }) => {
		const form = await request.formData();
		const given = {
			name: textOf(form, 'name'),
			note: textOf(form, 'note'),
			owner: textOf(form, 'owner')
		};
		const draft = parseDraft(url.searchParams);
		const better = betters.find((known) => known === textOf(form, 'better')) ?? 'neither';
		const trial = await ownTrial(locals.person, draft, draft.of || null, request.signal);
		const kept = { ...given, better };
		// Its reasons stand on the page already.
		if (trial.problems.length > 0) return fail(400, { problem: null, given: kept });
		const result = await saveOwnMeasure(locals.person, {
			id: draft.of || undefined,
			seen: Number(textOf(form, 'seen')),
			name: given.name,
			design: { ...trial.design, better },
			note: given.note,
			names: measureIds.map(measureName)
		});
		if ('problem' in result) return fail(400, { problem: result.problem, given: kept });
		const owner = (await measureOwners()).get(result.id)?.id ?? '';
		if (owner !== given.owner) await nameOwner(locals.person, result.id, given.owner);
		redirect(303, `/measures/${result.id}`);
	}
};

const betters: readonly Measure['better'][] = ['lower', 'higher', 'neither'];
