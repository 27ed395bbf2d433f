import { error } from '@sveltejs/kit';
import { findingId } from '#lib/audit/audit.ts';
import { resultsOf } from '#lib/audit/results.ts';
import { keptFilter } from '#lib/filter/codec.ts';
import * as m from '#lib/messages/generated/messages.js';
import { auditOf } from '#lib/server/audit/audits.ts';
import { checklistOf } from '#lib/server/audit/checklists.ts';
import { allImprovements } from '#lib/server/improvement/store.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const audit = await auditOf(params.number);
	const checklist = audit && (await checklistOf(audit.checklist.id, audit.checklist.version));
	if (!audit || !checklist) error(404, m.audit_not_found());
	const { answered, ...drawn } = audit;
	const results = resultsOf(audit, checklist.items);
	const improvements = new Map(
		(await allImprovements()).flatMap(({ from, number, plan }) =>
			from?.kind === 'finding' ? [[from.id, { number, theme: plan.theme }] as const] : []
		)
	);
	const mine = new Set(
		answered.filter(({ auditor }) => auditor.id === locals.person.id).map(({ place }) => place)
	);
	const next = drawn.cases.findIndex((_, at) => !mine.has(at + 1)) + 1;
	return {
		audit: drawn,
		filter: keptFilter(drawn.filter),
		checklist: { ...checklist, version: audit.checklist.version },
		results,
		mine: mine.size,
		/** The first case the reader has not answered; null when they have answered all. */
		next: next > 0 ? next : null,
		cases: drawn.cases.map((one, at) => ({
			...one,
			place: at + 1,
			auditors: answered.filter(({ place }) => place === at + 1).map(({ auditor }) => auditor.name)
		})),
		findings: results.findings.map((finding) => {
			const id = findingId(audit.number, finding.place, finding.item);
			return { ...finding, id, improvement: improvements.get(id) ?? null };
		})
	};
};
