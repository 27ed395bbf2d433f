import type { Person } from '#lib/server/access/person.ts';
import type { CaseKey } from '#lib/server/record/corrections.ts';
import { appendEvent, eventsOf } from '#lib/server/record/record.ts';

interface RefusalBody {
	readonly source: string;
	readonly case_no: string;
	readonly category: string;
}

/** Keeps that a person found a proposed category wrong; it is not proposed for the case again. */
export async function refuseSuggestion(
	person: Person,
	key: CaseKey,
	category: string
): Promise<void> {
	await appendEvent(person, 'category_suggestion_refused', refusalOf(key.source, key.caseNo), {
		source: key.source,
		case_no: key.caseNo,
		category
	} satisfies RefusalBody);
}

/** Tells whether a category was refused for a case. */
export async function refusals(): Promise<
	(source: string, caseNo: string, category: string) => boolean
> {
	const events = await eventsOf<RefusalBody>(['category_suggestion_refused']);
	const refused = new Set(
		events.map(({ body }) => JSON.stringify([body.source, body.case_no, body.category]))
	);
	return (source, caseNo, category) => refused.has(JSON.stringify([source, caseNo, category]));
}

function refusalOf(source: string, caseNo: string): string {
	return JSON.stringify([source, caseNo]);
}
