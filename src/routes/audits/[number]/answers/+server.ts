import { error } from '@sveltejs/kit';
import { wallTime } from '#lib/format/instant.ts';
import * as m from '#lib/messages/generated/messages.js';
import { auditOf } from '#lib/server/audit/audits.ts';
import { checklistOf } from '#lib/server/audit/checklists.ts';
import { disposition } from '#lib/server/http/disposition.ts';
import { byteOrderMark, csvLine } from '#lib/server/questions/csv.ts';
import { businessZone } from '#lib/server/state/state.ts';
import type { RequestHandler } from './$types';

/** Every answer of an audit, a row an item; cases nobody has looked into yet have one row without. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const audit = await auditOf(params.number);
	const checklist = audit && (await checklistOf(audit.checklist.id, audit.checklist.version));
	if (!audit || !checklist) error(404, m.audit_not_found());
	const header = [
		...['place', 'source', 'case_no', audit.by, 'auditor', 'answered_at'],
		...['item', 'item_text', 'verdict', 'note']
	];
	const rows = audit.cases.flatMap(({ source, caseNo, stratum }, at) => {
		const place = at + 1;
		const drawn = [place, source, caseNo, stratum];
		const answered = audit.answered.filter((one) => one.place === place);
		if (answered.length === 0) return [[...drawn, '', '', '', '', '', '']];
		return answered.flatMap(({ auditor, answers, at: instant }) =>
			checklist.items.map(({ id, texts }) => [
				...drawn,
				...[auditor.name, new Date(instant).toISOString(), id, texts[locals.locale]],
				...[answers[id]?.verdict ?? '', answers[id]?.note ?? '']
			])
		);
	});
	const { day } = wallTime(Date.now(), businessZone());
	return new Response(byteOrderMark + [header, ...rows].map(csvLine).join(''), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': disposition(
				`audit-${audit.number}-${day}.csv`,
				`audit-${audit.number}.csv`
			),
			'x-row-count': String(rows.length),
			'cache-control': 'no-store'
		}
	});
};
