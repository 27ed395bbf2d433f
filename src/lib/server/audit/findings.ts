import { findingId } from '#lib/audit/audit.ts';
import { resultsOf } from '#lib/audit/results.ts';
import type { Texts } from '#lib/audit/checklist.ts';
import { auditOf } from './audits.ts';
import { checklistOf } from './checklists.ts';

/** What a finding says of an item, while somebody finds so; null where there is no such finding. */
export async function findingOf(id: string): Promise<{ id: string; texts: Texts } | null> {
	const audit = await auditOf(id.split('/')[0] ?? '');
	const checklist = audit && (await checklistOf(audit.checklist.id, audit.checklist.version));
	if (!audit || !checklist) return null;
	const found = resultsOf(audit, checklist.items).findings.find(
		({ place, item }) => findingId(audit.number, place, item) === id
	);
	const item = checklist.items.find((one) => one.id === found?.item);
	return item ? { id, texts: item.texts } : null;
}
