import type { CaseList, CasePlace } from '#lib/filter/case-list.ts';
import type { ListCell, ListedCase } from '#lib/filter/listed-case.ts';
import { maskText } from '#lib/format/mask.ts';
import type { CaseField } from '#lib/measures/case-fields.ts';
import { ask } from './ask.ts';
import { listCases } from './case-list.ts';
import { extraOf, shownFields, type CaseRow } from './case-row.ts';
import { caseCount, extraColumns } from './cases.ts';
import type { Scope } from './scope.ts';

export interface CasesFacts {
	/** Cases the filter means: the number that was clicked. */
	readonly total: number;
	readonly columns: readonly string[];
	/** Columns one can choose: fields the log has, then its further columns as `extra:name`. */
	readonly choice: readonly string[];
	readonly rows: readonly ListedCase[];
	readonly previous: CasePlace | null;
	readonly next: CasePlace | null;
}

const casesOnPage = 50;
const narrativeLength = 120;

/** Everything `/cases` shows, for one place of the list. */
export async function casesFacts(scope: Scope, list: CaseList): Promise<CasesFacts> {
	const [[count], page, names] = await Promise.all([
		ask(scope, caseCount),
		listCases(scope, list, casesOnPage),
		ask(scope, extraColumns)
	]);
	const choice = [...heldColumns(scope), ...names.map(({ name }) => `extra:${name}`)];
	const chosen = list.columns?.filter((name) => choice.includes(name)) ?? [];
	const columns = chosen.length > 0 ? chosen : suitableColumns(choice);
	return {
		total: count?.cases ?? 0,
		columns,
		choice,
		rows: page.rows.map((row) => listed(row, columns)),
		previous: page.previous,
		next: page.next
	};
}

/** Columns the chosen logs can fill. */
export function heldColumns({ columns, sources }: Scope): string[] {
	const held = new Set<CaseField>([...columns, 'case_no', 'received_at']);
	if (held.has('first_response_at')) held.add('first_response_minutes');
	if (held.has('resolved_at') || held.has('closed_at')) held.add('resolution_minutes');
	const fields = shownFields.filter((name) => held.has(name));
	return [...fields, 'state', ...(sources.length > 1 ? ['source'] : [])];
}

const preferred = [
	...['case_no', 'received_at', 'category', 'subcategory', 'satisfaction', 'state'],
	...['first_response_minutes', 'resolution_minutes', 'product', 'priority', 'channel'],
	...['department', 'shop', 'product_category', 'agent', 'region', 'narrative']
];
const mostColumns = 10;

/** The columns shown while nobody has chosen: what the log has, most telling first. */
function suitableColumns(choice: readonly string[]): string[] {
	const held = preferred.filter((name) => choice.includes(name)).slice(0, mostColumns);
	return choice.filter((name) => held.includes(name));
}

function listed(row: CaseRow, columns: readonly string[]): ListedCase {
	const extra = columns.some((name) => name.startsWith('extra:')) ? extraOf(row) : {};
	return {
		source: row.source,
		caseNo: row.case_no,
		cells: columns.map((name) => cell(row, extra, name)),
		brief: {
			receivedAt: row.received_at,
			category: row.category,
			subcategory: row.subcategory,
			satisfaction: row.satisfaction,
			state: row.state,
			narrative: excerpt(row.narrative)
		}
	};
}

function cell(row: CaseRow, extra: Readonly<Record<string, string>>, name: string): ListCell {
	if (name.startsWith('extra:')) return excerpt(extra[name.slice('extra:'.length)] ?? null);
	if (name === 'narrative' || name === 'evidence') return excerpt(row[name]);
	return row[name as keyof CaseRow] as ListCell;
}

/** The beginning of a text, masked before it is cut so that no number is cut out of its mask. */
function excerpt(text: string | null): string | null {
	if (text === null) return null;
	const masked = maskText(text);
	return masked.length > narrativeLength ? `${masked.slice(0, narrativeLength)}…` : masked;
}
