/**
 * What the app needs of an analytic engine. DuckDB inside the process is the one adapter today; the
 * same query files are meant to run on a ClickHouse cluster behind the same port.
 */

/** What a column of an answer holds, whatever the engine calls it. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'day' | 'instant' | 'json';

export interface AnswerColumn {
	readonly name: string;
	readonly kind: ColumnKind;
}

/** Days are `YYYY-MM-DD`, instants epoch milliseconds UTC, lists and structs come as `json` values. */
export type Cell =
	string | number | boolean | null | readonly Cell[] | { readonly [key: string]: Cell };

/** An answer by columns; every array has `rowCount` cells. */
export interface Answer {
	readonly columns: readonly AnswerColumn[];
	readonly values: readonly (readonly Cell[])[];
	readonly rowCount: number;
}

export type Parameter = string | number | boolean | null;
export type Parameters = Readonly<Record<string, Parameter>>;

/** Named filters of one request as `queries/schema/40_selection.sql` reads them. */
export type NamedFilterName = 'selection' | 'before' | 'ever' | 'against' | 'part';
export type NamedFilters = Readonly<Partial<Record<NamedFilterName, object>>> & {
	/** Last day the log tells about. */
	readonly as_of_day?: string;
	/** Until which day each source is counted in what is open. */
	readonly told_until?: Readonly<Record<string, string | null>>;
	/** Of each source with targets of its own: up to when it tells, UTC; and those that give dates alone. */
	readonly own_as_of?: Readonly<Record<string, string>>;
	readonly own_by_date?: readonly string[];
};

/** The data changed since the version asked about: the answer would be one of another state. */
export class DataChanged extends Error {
	constructor() {
		super('the data changed since they were asked about');
		this.name = 'DataChanged';
	}
}

export interface AskOptions {
	readonly filters?: NamedFilters;
	readonly parameters?: Parameters;
	/** Version of the data asked about; where they have changed since, `DataChanged` is thrown. */
	readonly version?: number;
	/** Aborting interrupts the query. */
	readonly signal?: AbortSignal;
}

/** Runs query files by their path below `queries/`, without `.sql`. */
export interface Session {
	ask(query: string, parameters?: Parameters): Promise<Answer>;
	run(query: string, parameters?: Parameters): Promise<number>;
}

export interface Warehouse {
	/** One question on a connection of its own. */
	ask(query: string, options?: AskOptions): Promise<Answer>;
	/** Several questions on one connection under the same filters (cheaper, and one snapshot). */
	read<T>(
		options: Omit<AskOptions, 'parameters'>,
		work: (session: Session) => Promise<T>
	): Promise<T>;
	/** Columns a query answers with, without running it. */
	describe(query: string, options?: AskOptions): Promise<readonly AnswerColumn[]>;
	/** The rows of an answer piece by piece, for exports that do not fit memory. */
	stream(query: string, options?: AskOptions): AsyncIterable<Answer>;
	close(): Promise<void>;
}
