import type { CaseField, ContactField } from '#lib/measures/case-fields.ts';
import { caseFields } from '#lib/measures/case-fields.ts';
import type { State } from '#lib/filter/filter.ts';

/** Cells of a field as the case table keeps them. */
interface FieldTypes {
	id: string;
	time: number;
	minutes: number;
	text: string;
	number: number;
	count: number;
	flag: boolean;
	score: number;
	nps: number;
	narrative: string;
	contact: never;
}

/** The fields of a case, missing ones null. Instants are milliseconds UTC, minutes wall clock. */
export type CaseValues = {
	readonly [F in Exclude<CaseField, ContactField>]: FieldTypes[(typeof caseFields)[F]] | null;
};

/** A row of the case table as `selection` shows it. Contact data is not in it. */
export interface CaseRow extends CaseValues {
	readonly source: string;
	readonly case_no: string;
	readonly received_at: number;
	readonly received_day: string;
	readonly state: State;
	readonly load_id: number;
	readonly file_line: number | null;
	readonly ended_at: number | null;
	/** JSON object of the log's further columns. */
	readonly extra: string | null;
	readonly warnings: readonly string[] | null;
	readonly completeness: number | null;
}

/** Fields a list or a file can show; contact data has no column. */
export const shownFields = (Object.keys(caseFields) as CaseField[]).filter(
	(name): name is Exclude<CaseField, ContactField> => caseFields[name] !== 'contact'
);

/** The log's further columns of a case, as text. */
export function extraOf(row: Pick<CaseRow, 'extra'>): Readonly<Record<string, string>> {
	if (row.extra === null) return {};
	const values = JSON.parse(row.extra) as Record<string, unknown>;
	return Object.fromEntries(
		Object.entries(values)
			.filter(([, value]) => value !== null && value !== '')
			.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
	);
}
