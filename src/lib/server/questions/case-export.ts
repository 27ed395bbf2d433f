import { maskText } from '#lib/format/mask.ts';
import { caseFields, type CaseField } from '#lib/measures/case-fields.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { ask, asking } from './ask.ts';
import { extraOf, type CaseRow } from './case-row.ts';
import { caseCount, extraColumns } from './cases.ts';
import { heldColumns } from './cases-page.ts';
import type { Scope } from './scope.ts';

export type ExportKind = 'text' | 'number' | 'time' | 'flag';

/** A column of a file: a field the log holds, or a further column as `extra:name`. */
export interface ExportColumn {
	readonly name: string;
	readonly kind: ExportKind;
}

/** Times are wall time of the business zone, as if it were UTC, so that a file shows what people wrote. */
export type ExportCell = string | number | boolean | Date | null;

export interface CaseExport {
	readonly columns: readonly ExportColumn[];
	/** Rows the file will have. */
	readonly count: number;
	/** Rows in pieces, by receipt; leaving the loop ends the query. */
	readonly pieces: AsyncIterable<readonly (readonly ExportCell[])[]>;
}

/**
 * Every case of a selection with every column its logs hold. Contact data has no column; what looks like
 * it inside free text is masked. Memory does not grow with the number of rows.
 */
export async function exportCases(scope: Scope): Promise<CaseExport> {
	const [[counted], names] = await Promise.all([ask(scope, caseCount), ask(scope, extraColumns)]);
	const held = heldColumns(scope).filter((name) => name !== 'source');
	const columns = ['source', ...held, ...names.map(({ name }) => `extra:${name}`)].map((name) => ({
		name,
		kind: kindOf(name)
	}));
	return { columns, count: counted?.cases ?? 0, pieces: await begun(pieces(scope, columns)) };
}

async function* pieces(
	scope: Scope,
	columns: readonly ExportColumn[]
): AsyncGenerator<readonly (readonly ExportCell[])[]> {
	if (scope.log === null) return;
	for await (const answer of scope.warehouse.stream(
		'cases/all',
		asking(scope, { zone: scope.zone })
	))
		yield rowsOf<CaseRow>(answer).map((row) => exported(row, columns));
}

/**
 * Pieces whose first has been asked for: from here on they are of the state of the data that was
 * counted, whatever is loaded while the file is sent.
 */
async function begun<T>(pieces: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
	let first: IteratorResult<T> | null = await pieces.next();
	const iterator: AsyncIterator<T> = {
		next: () => {
			const given = first;
			first = null;
			return given ? Promise.resolve(given) : pieces.next();
		},
		// Also where nothing was read yet: the query under way ends.
		return: () => pieces.return(undefined)
	};
	return { [Symbol.asyncIterator]: () => iterator };
}

function exported(row: CaseRow, columns: readonly ExportColumn[]): ExportCell[] {
	const extra = extraOf(row);
	return columns.map(({ name, kind }) => {
		const value = name.startsWith('extra:')
			? (extra[name.slice('extra:'.length)] ?? null)
			: (row[name as keyof CaseRow] as string | number | boolean | null);
		if (value === null) return null;
		if (kind === 'time') return new Date(Number(value));
		return typeof value === 'string' && isFreeText(name) ? maskText(value) : value;
	});
}

function isFreeText(name: string): boolean {
	return name === 'narrative' || name === 'evidence' || name.startsWith('extra:');
}

function kindOf(name: string): ExportKind {
	switch ((caseFields as Readonly<Record<string, string>>)[name as CaseField]) {
		case 'time':
			return 'time';
		case 'minutes':
		case 'number':
		case 'count':
		case 'score':
		case 'nps':
			return 'number';
		case 'flag':
			return 'flag';
		default:
			return 'text';
	}
}
