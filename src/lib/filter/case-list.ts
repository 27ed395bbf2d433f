import { dimensions } from '#lib/measures/case-fields.ts';
import type { FilterProblem } from './codec.ts';

/** What a list can be sorted by; `queries/schema/50_case_order.sql` knows the same names. */
export const numberSorts = [
	'received_at',
	'first_response_at',
	'resolved_at',
	'closed_at',
	'first_response_minutes',
	'resolution_minutes',
	'handling_minutes',
	'amount',
	'cost',
	'reopened_count',
	'satisfaction',
	'nps'
] as const;
export const textSorts = ['case_no', 'order_no', 'source', ...dimensions] as const;
export type CaseSort = (typeof numberSorts)[number] | (typeof textSorts)[number];
const sorts: ReadonlySet<string> = new Set([...numberSorts, ...textSorts]);

/** A place in a list: the case's value of what the list is sorted by, and the case itself. */
export interface CasePlace {
	readonly value: number | string | null;
	readonly source: string;
	readonly caseNo: string;
}

/** How a reader wants the cases listed. Kept in the address beside the filter; defaults are not written. */
export interface CaseList {
	/** Null: the columns that suit the log. */
	readonly columns: readonly string[] | null;
	readonly sort: CaseSort;
	readonly descending: boolean;
	readonly turn: { readonly way: 'after' | 'before'; readonly place: CasePlace } | null;
	/** Number of the page, for saying where one is; the place alone decides what is shown. */
	readonly page: number;
}

export const initialSort: CaseSort = 'received_at';

export function isCaseSort(name: string): name is CaseSort {
	return sorts.has(name);
}

/** Reads a list's choices; what cannot be read is the default, and is said. */
export function parseCaseList(parameters: URLSearchParams): {
	readonly list: CaseList;
	readonly problems: readonly FilterProblem[];
} {
	const chosen = parameters.getAll('column').flatMap((text) => text.split(',').map(decoded));
	const columns = [...new Set(chosen.filter((name) => name !== ''))];
	const [, down, name] = /^(-?)([a-z_]+)$/.exec(parameters.get('sort') ?? '') ?? [];
	const known = name !== undefined && isCaseSort(name);
	const way = parameters.has('after') ? 'after' : 'before';
	const place = parsePlace(parameters.get(way));
	const page = /^[1-9]\d{0,8}$/.exec(parameters.get('page') ?? '1');
	const unread = { sort: known, [way]: place !== null, page: page !== null };
	return {
		list: {
			columns: columns.length > 0 ? columns : null,
			sort: known ? name : initialSort,
			descending: known ? down === '-' : true,
			turn: place && { way, place },
			page: page ? Number(page[0]) : 1
		},
		problems: Object.entries(unread).flatMap(([parameter, isRead]) => {
			const value = parameters.get(parameter);
			return isRead || !value ? [] : [{ parameter, value }];
		})
	};
}

/** Columns asked for that the chosen logs do not have; their further columns come and go with the cases. */
export function unknownColumns(list: CaseList, choice: readonly string[]): FilterProblem[] {
	const unknown =
		list.columns?.filter((name) => !name.startsWith('extra:') && !choice.includes(name)) ?? [];
	return unknown.map((value) => ({ parameter: 'column', value }));
}

/** The choices as a page's own parameters (see `pageHref`). */
export function formatCaseList(list: CaseList): Readonly<Record<string, string | undefined>> {
	const initial = list.sort === initialSort && list.descending;
	return {
		column: list.columns?.map(encoded).join(','),
		sort: initial ? undefined : `${list.descending ? '-' : ''}${list.sort}`,
		...(list.turn && { [list.turn.way]: formatPlace(list.turn.place) }),
		page: list.page > 1 ? String(list.page) : undefined
	};
}

/** True where a chooser without script has sent its columns one by one: the address is then made short. */
export function isUnfolded(parameters: URLSearchParams): boolean {
	return parameters.getAll('column').length > 1;
}

function formatPlace({ value, source, caseNo }: CasePlace): string {
	return JSON.stringify([value, source, caseNo]);
}

function parsePlace(text: string | null): CasePlace | null {
	if (text === null) return null;
	let parts: unknown;
	try {
		parts = JSON.parse(text);
	} catch {
		return null;
	}
	if (!Array.isArray(parts) || parts.length !== 3) return null;
	const [value, source, caseNo] = parts as readonly unknown[];
	if (typeof source !== 'string' || typeof caseNo !== 'string') return null;
	return value === null || typeof value === 'string' || Number.isFinite(value)
		? { value: value as CasePlace['value'], source, caseNo }
		: null;
}

/** Names of further columns may hold commas. */
function encoded(name: string): string {
	return name.replaceAll('%', '%25').replaceAll(',', '%2C');
}

function decoded(text: string): string {
	return text.replaceAll('%2C', ',').replaceAll('%25', '%');
}
