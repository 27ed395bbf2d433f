import { randomInt } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { resultsOf } from '#lib/audit/results.ts';
import { parseFilter, shiftDay } from '#lib/filter/codec.ts';
import { dimensions } from '#lib/measures/case-fields.ts';
import { audits, keepDraw } from '#lib/server/audit/audits.ts';
import { checklists } from '#lib/server/audit/checklists.ts';
import { peoplesDay } from '#lib/server/improvement/peoples-day.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { closedCases, drawSample } from '#lib/server/questions/audit-draw.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { givenDraw, readDraw } from './draw-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { filter } = parseFilter(url.searchParams);
	const [scope, all, known] = await Promise.all([
		scopeOf(locals.person, closedCases(filter), request.signal),
		audits(),
		checklists()
	]);
	const [counted] = await ask(scope, caseCount);
	return {
		filter: scope.filter,
		closed: counted?.cases ?? 0,
		held: dimensions.filter((name) => scope.columns.includes(name)),
		initial: scope.log && {
			since: scope.log.days.since,
			until: shiftDay(scope.log.days.until, -1),
			seed: String(randomInt(10_000_000, 100_000_000))
		},
		checklists: [...known.values()].flatMap((versions) => {
			const last = versions.at(-1);
			return last ? [{ id: last.checklist.id, names: last.checklist.names }] : [];
		}),
		audits: all.map((audit) => {
			const { id, version } = audit.checklist;
			const used = known.get(id)?.find((one) => one.version === version)?.checklist;
			const { audited, overall, findings } = resultsOf(audit, used?.items ?? []);
			return {
				number: audit.number,
				since: audit.since,
				until: audit.until,
				drawnAt: audit.drawnAt,
				drawnBy: audit.drawnBy,
				names: used?.names ?? null,
				drawn: audit.cases.length,
				audited,
				overall,
				findings: findings.length
			};
		})
	};
};

export const actions: Actions = {
	draw: async ({ request, locals, url }) => {
		const given = givenDraw(await request.formData());
		const read = readDraw(given);
		if ('problem' in read) return fail(400, { given, problem: read.problem, strata: 0 });
		const standing = (await checklists()).get(read.checklist)?.at(-1);
		if (!standing) return fail(400, { given, problem: 'checklist' as const, strata: 0 });
		const { filter } = parseFilter(url.searchParams);
		const { by, size, seed, period } = read;
		const drawn = await drawSample(
			locals.person,
			{ filter: { ...filter, period }, by, size, seed },
			request.signal
		);
		if ('problem' in drawn)
			return fail(400, {
				given,
				problem: drawn.problem,
				strata: 'strata' in drawn ? drawn.strata : 0
			});
		const checklist = { id: standing.checklist.id, version: standing.version };
		const year = peoplesDay().slice(0, 4);
		const number = await keepDraw(locals.person, { ...drawn, checklist }, year);
		redirect(303, `/audits/${number}`);
	}
};
