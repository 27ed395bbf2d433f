import type { CaseField } from '#lib/measures/case-fields.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { SatisfactionFacts } from '#lib/server/questions/satisfaction-page.ts';

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
	if (compared.length > 0) return [{ shown: m.sat_missing_scores(), columns: compared }];
	if (!ends) return [{ shown: m.sat_missing_resolution(), columns: ['resolved_at'] }];
	if (!responses) return [{ shown: m.sat_clock_first_response(), columns: ['first_response_at'] }];
	return [];
}
