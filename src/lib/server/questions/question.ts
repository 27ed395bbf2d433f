import type { Dimension } from '#lib/measures/case-fields.ts';
import type { ColumnKind } from '#lib/server/warehouse/port.ts';

/** What a column counts in, and how its cells are kept. */
export const units = {
	text: 'text',
	day: 'day',
	instant: 'instant',
	flag: 'boolean',
	json: 'json',
	cases: 'number',
	orders: 'number',
	minutes: 'number',
	hours: 'number',
	score: 'number',
	/** 0–1. */
	share: 'number',
	money: 'number',
	number: 'number'
} as const satisfies Record<string, ColumnKind>;
export type Unit = keyof typeof units;

/** A unit; with `?` where cells may be missing. */
export type ColumnType = Unit | `${Unit}?`;
export type Columns = Readonly<Record<string, ColumnType>>;

interface CellTypes {
	text: string;
	day: string;
	instant: number;
	boolean: boolean;
	json: unknown;
	number: number;
}
type CellOf<T extends ColumnType> = T extends `${infer U extends Unit}?`
	? CellTypes[(typeof units)[U]] | null
	: T extends Unit
		? CellTypes[(typeof units)[T]]
		: never;

/** Row type of declared columns. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: CellOf<C[K]> };

/** A choice a question takes besides the filter. */
export interface ParameterSpec {
	readonly values: readonly string[];
	readonly initial: string;
}

/**
 * One thing a page asks: a file below `queries/` and what it answers with. The columns are compared
 * with what the engine describes in `test/server/questions/catalogue.test.ts`.
 */
export interface Question<C extends Columns = Columns> {
	/** Path below `queries/`, and the name under `/api/answers/`. */
	readonly id: string;
	readonly columns: C;
	readonly parameters: Readonly<Record<string, ParameterSpec>>;
}

export function question<const C extends Columns>(
	id: string,
	columns: C,
	parameters: Readonly<Record<string, ParameterSpec>> = {}
): Question<C> {
	return { id, columns, parameters };
}

/** A dimension to group by. */
export function dimensionChoice(values: readonly Dimension[], initial: Dimension): ParameterSpec {
	return { values, initial };
}
