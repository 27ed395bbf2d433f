import { maskText } from '#lib/format/mask.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { asking } from './ask.ts';
import type { Scope } from './scope.ts';

export interface NamedCase {
	readonly source: string;
	readonly case_no: string;
}

/** A row with the narrative of the case it names, contact data masked. */
export type Told<Row> = Row & { readonly text: string };

/**
 * Narratives of cases of the selection, for the page alone: the questions a script can ask name cases
 * only, so that no narrative leaves unmasked.
 *
 * @returns puts its narrative beside a row
 */
export async function toldBy(
	scope: Scope,
	cases: readonly NamedCase[]
): Promise<<Row extends NamedCase>(row: Row) => Told<Row>> {
	const keys = JSON.stringify(cases.map(({ source, case_no }) => ({ source, case_no })));
	const rows = rowsOf<NamedCase & { readonly narrative: string }>(
		await scope.warehouse.ask('themes/told', asking(scope, { keys }))
	);
	const texts = new Map(
		rows.map(({ source, case_no, narrative }) => [
			JSON.stringify([source, case_no]),
			maskText(narrative)
		])
	);
	return (row) => ({ ...row, text: texts.get(JSON.stringify([row.source, row.case_no])) ?? '' });
}
