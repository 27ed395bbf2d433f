import { maskText } from '#lib/format/mask.ts';
import { caseFields } from '#lib/measures/case-fields.ts';
import { extraOf, shownFields, type CaseRow } from './case-row.ts';

/** A case as the API tells it: instants ISO 8601 UTC, minutes wall clock, free text masked, no contact data. */
export function caseJson(row: CaseRow): Readonly<Record<string, unknown>> {
	const fields = shownFields.map((name) => {
		const value = row[name];
		if (caseFields[name] === 'time' && value !== null)
			return [name, new Date(Number(value)).toISOString()];
		const free = name === 'narrative' || name === 'evidence';
		return [name, free && typeof value === 'string' ? maskText(value) : value];
	});
	const extra = Object.entries(extraOf(row)).map(([name, value]) => [name, maskText(value)]);
	return {
		source: row.source,
		...Object.fromEntries(fields),
		state: row.state,
		warnings: row.warnings ?? [],
		completeness: row.completeness,
		load: row.load_id,
		fileLine: row.file_line,
		extra: Object.fromEntries(extra)
	};
}
