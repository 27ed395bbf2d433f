import { randomUUID } from 'node:crypto';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { formats } from '#lib/format/formats.ts';
import type { Locale } from '#lib/format/locale.ts';
import { parseImprove } from '#lib/filter/improve.ts';
import type { Origin } from '#lib/improvement/improvement.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import * as m from '#lib/messages/generated/messages.js';
import { findingOf } from '#lib/server/audit/findings.ts';
import { ideaOf } from '#lib/server/improvement/ideas.ts';
import { allImprovements, improvementOf, submit } from '#lib/server/improvement/store.ts';
import { startFacts } from '#lib/server/questions/improvement-start.ts';
import { measureProblems } from '#lib/server/questions/measure-problems.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { directory } from '#lib/server/record/people.ts';
import { givenIn, planOf } from './start-plan.ts';
import { pointedName } from './start-words.ts';
import type { Actions, PageServerLoad } from './$types';

type Asked = Pick<RequestEvent, 'locals' | 'url' | 'request'>;

/** Everything is worked out from the address, at the first sight and again when it is sent: no number of it is believed. */
async function pointed({ locals, url, request }: Asked) {
	const asked = parseImprove(url.searchParams);
	const scope = await scopeOf(locals.person, asked.filter, request.signal);
	const f = formats(locals.locale, scope.zone);
	const title = asked.title || pointedName(f, asked.filter);
	const facts = await startFacts(scope, asked, title, stepIn(url.searchParams));
	return { asked, scope, title, facts };
}

export const load: PageServerLoad = async (event) => {
	const [{ asked, scope, title, facts }, people, all, origin] = await Promise.all([
		pointed(event),
		directory(),
		allImprovements(),
		originIn(event.url.searchParams, event.locals.locale)
	]);
	const unknown = await measureProblems(asked.measure ?? null);
	return {
		startedAs: randomUUID(),
		filterProblems: [...asked.problems, ...unknown],
		filter: asked.filter,
		filterTime: 'days' as const,
		page: asked.page,
		title,
		theme: origin?.theme ?? '',
		origin: origin?.from.kind ?? null,
		dataVersion: scope.dataVersion,
		facts,
		people,
		teams: [...new Set([...all.map(({ plan }) => plan.team), ...people.map((p) => p.department)])]
			.filter((team) => team !== '')
			.sort(),
		open: all
			.filter(({ stage }) => stage !== 'closed')
			.map(({ number, plan }) => ({ number, theme: plan.theme }))
	};
};

export const actions: Actions = {
	start: async (event) => {
		const form = await event.request.formData();
		const given = givenIn(form);
		const startedAs = z.uuid().safeParse(form.get('started_as')).data;
		const { facts } = await pointed(event);
		if ('problem' in facts) return fail(400, { given, problem: facts.problem });
		const plan = planOf(facts, given, m.improve_trigger_kept());
		if ('wrong' in plan) return fail(400, { given, problem: plan.wrong });
		const origin = await originIn(event.url.searchParams, event.locals.locale);
		const { number, refused } = await submit(
			event.locals.person,
			null,
			{ do: 'start', plan, evidence: [facts.evidence], from: origin?.from ?? null },
			undefined,
			startedAs
		);
		if (refused.length > 0) return fail(400, { given, refused });
		redirect(303, `/improvements/${number}`);
	},
	add: async (event) => {
		const number = (await event.request.formData()).get('improvement');
		const { facts } = await pointed(event);
		if ('problem' in facts) return fail(400, { problem: facts.problem });
		if (typeof number !== 'string' || number === '')
			return fail(400, { refused: ['no_such_improvement'] as const });
		const command = { do: 'add_evidence', evidence: facts.evidence } as const;
		const { refused } = await submit(event.locals.person, number, command);
		if (refused.length > 0) return fail(400, { refused });
		redirect(303, `/improvements/${number}`);
	}
};

function stepIn(parameters: URLSearchParams): Plan['step'] | undefined {
	const step = parameters.get('step');
	return step === 'week' || step === 'month' ? step : undefined;
}

/** What it comes from besides the numbers: an idea, an audit finding, another improvement. */
async function originIn(
	parameters: URLSearchParams,
	locale: Locale
): Promise<{ readonly from: Origin; readonly theme: string } | null> {
	const idea = await ideaOf(parameters.get('idea') ?? '');
	if (idea) return { from: { kind: 'idea', id: idea.id }, theme: idea.text.slice(0, 200) };
	const finding = await findingOf(parameters.get('audit_finding') ?? '');
	if (finding)
		return {
			from: { kind: 'finding', id: finding.id },
			theme: finding.texts[locale].slice(0, 200)
		};
	for (const [name, kind] of [
		['next', 'next_cycle'],
		['spread', 'spread']
	] as const) {
		const found = await improvementOf(parameters.get(name) ?? '');
		if (found)
			return {
				from: { kind, improvement: found.improvement.id },
				theme: kind === 'next_cycle' ? found.improvement.plan.theme : ''
			};
	}
	return null;
}
