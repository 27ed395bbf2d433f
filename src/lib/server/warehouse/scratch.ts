import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { answerOf, columnsOf } from './cells.ts';
import type { Answer, Parameter } from './port.ts';
import { queryText } from './query-files.ts';

/** An empty engine in memory for work that must not touch the cases; closed when the work ends. */
export interface Scratch {
	/** Sets a session variable, which queries read with `getvariable('name')`. */
	set(variable: VariableName, value: Parameter): Promise<void>;
	/** Threads used from now on; one where sums of fractions must not depend on their order. */
	useThreads(threads: 'one' | 'all'): Promise<void>;
	/** Runs every statement of a query file for its effect. */
	run(query: string): Promise<void>;
	/** The answer of a query file of one statement. */
	ask(query: string): Promise<Answer>;
}

/** Variables the queries of a scratch engine read; a closed list, since names cannot be bound. */
type VariableName =
	'rows' | 'seed' | 'complaints_file' | 'orders_file' | 'only_shop' | 'only_since';

/**
 * Opens a DuckDB instance in memory, runs the work and closes it, whatever happens.
 * `spillFolder` takes what does not fit memory.
 */
export async function withScratch<T>(
	spillFolder: string,
	work: (scratch: Scratch) => Promise<T>
): Promise<T> {
	const instance = await DuckDBInstance.create(':memory:', {
		temp_directory: spillFolder,
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false'
	});
	const connection = await instance.connect();
	try {
		return await work(scratchOn(connection));
	} finally {
		connection.disconnectSync();
		instance.closeSync();
	}
}

function scratchOn(connection: DuckDBConnection): Scratch {
	return {
		async set(variable, value) {
			await connection.run(`set variable ${variable} = $1`, [value]);
		},
		async useThreads(threads) {
			await connection.run(threads === 'one' ? 'set threads = 1' : 'reset threads');
		},
		async run(query) {
			await connection.run(queryText(query));
		},
		async ask(query) {
			const result = await connection.run(queryText(query));
			return answerOf(columnsOf(result), await result.fetchAllChunks());
		}
	};
}
