import { foldHeader } from '#lib/import/fold.ts';
import { hasNotes } from '#lib/import/note-columns.ts';
import type { Form, MappedColumn, Mapping } from '#lib/import/mapping.ts';
import {
	caseFields,
	contactFields,
	orderFields,
	type CaseField,
	type ContactField,
	type OrderField
} from '#lib/measures/case-fields.ts';
import type { Problem } from '../problem.ts';

/** A column of the file that gives a field; positions count from 0. */
export interface GivenColumn<Field extends string = CaseField | OrderField> {
	readonly field: Field;
	readonly position: number;
	readonly form: Form | undefined;
	/** As a person knows the column: its header, or `column N`. */
	readonly name: string;
}

/** What a confirmed mapping means for one file: which column gives which field. */
export interface Plan {
	readonly kind: 'cases' | 'orders';
	readonly given: readonly GivenColumn[];
	/** Columns kept as they came. */
	readonly extras: readonly { readonly position: number; readonly name: string }[];
	/** Fields of the case table the load speaks of; `extra` when it has further columns. */
	readonly speaks: readonly string[];
	readonly width: number;
	/** Positions of columns some value of which may begin or end with a blank. */
	readonly padded: ReadonlySet<number>;
	/** The file is a mended download of rows set aside: what looked like a formula has an apostrophe. */
	readonly guarded: boolean;
}

interface File {
	readonly columns: readonly string[];
	/** Absent: any. */
	readonly padded?: readonly number[];
	readonly header: readonly string[] | null;
}

const contacts: ReadonlySet<string> = new Set(contactFields);

/**
 * Reads a mapping against the file it is used for. A column the mapping does not name is kept as a
 * further column. Refused: a field given twice, a mapping made for another header, times without an
 * answer about the order of day and month, cases without both an id and a time of receipt.
 */
export function planOf(mapping: Mapping, file: File): Plan | { readonly problem: Problem } {
	const misfit = misfitOf(mapping, file);
	if (misfit) return { problem: misfit };
	const fields: Readonly<Record<string, unknown>> =
		mapping.kind === 'cases' ? caseFields : orderFields;
	const byPosition = new Map(mapping.columns.map((column) => [column.position, column]));
	const joined = new Set(mapping.columns.flatMap((column) => timeColumnOf(column) ?? []));
	const given: GivenColumn[] = [];
	const extras: { position: number; name: string }[] = [];
	for (const [position, name] of file.columns.entries()) {
		const column = byPosition.get(position);
		const target = column?.target ?? 'extra';
		if (target in fields)
			given.push({ field: target as CaseField, position, form: column?.form, name });
		else if (target === 'extra' && !joined.has(position) && mapping.kind === 'cases')
			extras.push({ position, name: column?.name ?? name });
	}
	const problem = problemOf(mapping.kind, given);
	if (problem) return { problem };
	// Behind an apostrophe taken away there may be anything.
	const guarded = hasNotes(file.columns);
	return {
		kind: mapping.kind,
		given,
		extras: uniqueNames(extras),
		speaks: spokenFields(given, extras.length > 0),
		width: file.columns.length,
		padded: new Set(guarded ? file.columns.keys() : (file.padded ?? file.columns.keys())),
		guarded
	};
}

/** Whether a load has a field, and from which column. */
export function columnOf(plan: Plan, field: string): GivenColumn | undefined {
	return plan.given.find((column) => column.field === field);
}

export function isContact(field: string): field is ContactField {
	return contacts.has(field);
}

function timeColumnOf(column: MappedColumn): number | undefined {
	return column.form?.kind === 'time' ? column.form.timeColumn : undefined;
}

/** Where a mapping was made for other columns than a file has; null where it fits. */
export function misfitOf(mapping: Mapping, file: File): Problem | null {
	for (const column of mapping.columns) {
		const joined = timeColumnOf(column) ?? 0;
		if (column.position >= file.columns.length || joined >= file.columns.length)
			return {
				code: 'mapping_does_not_fit',
				facts: { column: column.position + 1, columns: file.columns.length }
			};
		const found = file.header?.[column.position];
		if (column.header !== null && found !== undefined && !sameHeader(found, column.header))
			return {
				code: 'mapping_does_not_fit',
				facts: { column: column.position + 1, expected: column.header, found }
			};
	}
	return null;
}

/** As a fingerprint sees it: one header whatever its case, width or punctuation. */
function sameHeader(one: string, other: string): boolean {
	return (
		one.trim() === other.trim() || (foldHeader(one) !== '' && foldHeader(one) === foldHeader(other))
	);
}

function problemOf(kind: Mapping['kind'], given: readonly GivenColumn[]): Problem | null {
	const seen = new Set<string>();
	for (const { field, form, name } of given) {
		if (seen.has(field)) return { code: 'field_given_twice', facts: { field, column: name } };
		seen.add(field);
		const isTime = field === 'day' || caseFields[field as CaseField] === 'time';
		if (isTime && form?.kind !== 'time')
			return { code: 'time_without_format', facts: { field, column: name } };
		if (form?.kind === 'time' && form.order === 'ambiguous')
			return { code: 'date_order', facts: { field, column: name } };
	}
	if (kind === 'orders') {
		const missing = ['day', 'orders'].find((field) => !seen.has(field));
		return missing === undefined ? null : { code: 'field_missing', facts: { field: missing } };
	}
	return seen.has('received_at') || seen.has('case_no')
		? null
		: { code: 'field_missing', facts: { field: 'received_at' } };
}

function spokenFields(given: readonly GivenColumn[], extra: boolean): string[] {
	const fields = new Set<string>();
	// Contact data never stands in the case table; it says who the customer is.
	for (const { field } of given) fields.add(isContact(field) ? 'customer' : field);
	if (extra) fields.add('extra');
	return [...fields];
}

function uniqueNames<T extends { name: string }>(columns: readonly T[]): T[] {
	const seen = new Map<string, number>();
	return columns.map((column) => {
		const count = (seen.get(column.name) ?? 0) + 1;
		seen.set(column.name, count);
		return count === 1 ? column : { ...column, name: `${column.name} (${count})` };
	});
}
