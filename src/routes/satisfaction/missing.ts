import type { CaseField } from '#lib/measures/case-fields.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { SatisfactionFacts } from '#lib/server/questions/satisfaction-page.ts';

const sideFields: readonly CaseField[] = [
	'satisfaction_timeliness',
	'satisfaction_solution',
	'satisfaction_openness',
	'satisfaction_follow_up'
];

/** What the log is too poor to show here, and the columns that would enable it. */
export function missingColumns(
	columns: readonly CaseField[],
	facts: SatisfactionFacts
): { readonly shown: string; readonly columns: readonly CaseField[] }[] {
	const has = (...fields: readonly CaseField[]) => fields.some((field) => columns.includes(field));
	const responses = has('first_response_at', 'first_response_minutes');
	const ends = has('resolved_at', 'closed_at', 'resolution_minutes');
	const compared: CaseField[] = [
		...(has('satisfaction') ? [] : (['satisfaction'] as const)),
		...(responses || ends ? [] : (['first_response_at'] as const))
	];
	if (columns.length === 0 || facts.coverage[facts.clock].cases === 0) return [];
	const asked = [
		...(has(...sideFields) ? [] : [{ shown: m.sat_missing_sides(), columns: sideFields }]),
		...(has('nps') ? [] : [{ shown: m.sat_missing_nps(), columns: ['nps'] as const }])
	];
	if (compared.length > 0) return [{ shown: m.sat_missing_scores(), columns: compared }, ...asked];
	if (!ends) return [{ shown: m.sat_missing_resolution(), columns: ['resolved_at'] }, ...asked];
	if (!responses)
		return [{ shown: m.sat_clock_first_response(), columns: ['first_response_at'] }, ...asked];
	return asked;
}
