import type { Inspection, Question } from '#lib/import/inspection.ts';
import type { Mapping } from '#lib/import/mapping.ts';
import { withNotes } from '#lib/import/note-columns.ts';
import { answerDateOrder } from '#lib/import/time-column.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { savedMapping } from './ledger.ts';
import type { Problem } from './problem.ts';
import { inspect } from './read/inspect.ts';

export type DateOrderAnswer = 'day-first' | 'month-first';

interface Asked {
	readonly path: string;
	readonly mapping?: Mapping;
	readonly sheet?: string;
	readonly kind?: 'cases' | 'orders';
	readonly dateOrder?: DateOrderAnswer;
}

/**
 * The mapping a file is loaded with: the one given, else the one a person confirmed for this header
 * before, else the best proposal. What may not be guessed comes back as questions.
 */
export async function chosenMapping(
	store: DuckDbWarehouse,
	asked: Asked
): Promise<
	| { readonly mapping: Mapping }
	| { readonly problem: Problem; readonly questions?: readonly Question[] }
> {
	const { sheet, kind } = asked;
	if (asked.mapping) {
		const reading = { ...asked.mapping.reading, ...(sheet !== undefined && { sheet }) };
		return { mapping: answered({ ...asked.mapping, reading }, asked.dateOrder) };
	}
	const options = { ...(kind && { kind }), ...(sheet !== undefined && { reading: { sheet } }) };
	const saved = await recognised(store, await inspect(asked.path, { ...options, briefly: true }));
	if (saved) return { mapping: answered(saved, asked.dateOrder) };
	const inspection = await inspect(asked.path, options);
	if (inspection.refusal) return { problem: inspection.refusal };
	const mapping = answered(inspection.mapping, asked.dateOrder);
	const open = asked.dateOrder ? [] : inspection.questions;
	const [first] = open;
	if (first)
		return {
			problem: {
				code: first.code,
				facts: { column: inspection.columns[first.column]?.name ?? '' }
			},
			questions: open
		};
	return { mapping };
}

/** The mapping confirmed for this header, read as this very file is (encoding, delimiter, sheet). */
export async function recognised(
	store: DuckDbWarehouse,
	inspection: Inspection
): Promise<Mapping | null> {
	if (inspection.fingerprint === null) return null;
	const saved = await savedMapping(store, inspection.fingerprint);
	// Nobody confirmed the demo log's mapping, and its source is no name a person's file may have.
	if (!saved || saved.source === 'demo') return null;
	const header = inspection.columns.map((column) => column.header ?? '');
	return { ...withNotes(saved, header), reading: inspection.reading };
}

function answered(mapping: Mapping, order: DateOrderAnswer | undefined): Mapping {
	if (!order) return mapping;
	return {
		...mapping,
		columns: mapping.columns.map((column) =>
			column.form?.kind === 'time' && column.form.order === 'ambiguous'
				? { ...column, form: answerDateOrder(column.form, order) }
				: column
		)
	};
}
