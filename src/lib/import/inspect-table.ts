import { headerFingerprint } from './fingerprint.ts';
import type { ColumnProposal, Question, Warning } from './inspection.ts';
import type { Mapping, MappedColumn, Reading } from './mapping.ts';
import { proposeColumns, proposeKind, readColumns } from './propose-mapping.ts';
import type { Kind, SampleTable, Targets } from './propose-mapping.ts';
import { refineTimes } from './refine-times.ts';

export interface TableInspection {
	readonly columns: readonly ColumnProposal[];
	readonly mapping: Mapping;
	readonly fingerprint: string | null;
	readonly questions: readonly Question[];
	readonly warnings: readonly Warning[];
}

/** What a cut table is proposed to mean. */
export function inspectTable(
	table: SampleTable,
	reading: Reading,
	kind?: Kind,
	targets?: Targets
): TableInspection {
	const values = readColumns(table);
	const chosen = kind ?? proposeKind(table, values);
	const proposals = proposeColumns(table, values, chosen, targets);
	const { columns, questions, warnings } = refineTimes(proposals, values, table.columns);
	const fingerprint = headerFingerprint(table.header);
	const problems = columns.flatMap((column) => column.problems);
	const mapping: Mapping = {
		version: 1,
		kind: chosen,
		reading,
		columns: columns.map(mappedColumn),
		fingerprint
	};
	return {
		columns,
		mapping,
		fingerprint,
		questions,
		warnings: [...duplicates(table), ...problems, ...warnings]
	};
}

function mappedColumn({ position, header, name, target, form }: ColumnProposal): MappedColumn {
	const column: MappedColumn = { position, header, target };
	if (target === 'extra') column.name = name;
	if (form) column.form = form;
	return column;
}

/** Names that stand over more than one column. */
function duplicates({ header }: SampleTable): Warning[] {
	const named = (header ?? []).filter((name) => name !== '');
	const count = named.length - new Set(named).size;
	return count > 0 ? [{ code: 'duplicate_headers', facts: {}, count }] : [];
}
