import { DuckDBInstance } from '@duckdb/node-api';
import { DuckDbSession } from './connection.ts';
import { applyMigrations } from './migrate.ts';
import type { Answer, Parameters, Session } from './port.ts';

/** A small file of its own beside the cases, for what must outlive them. Reads and writes in turn. */
export interface RecordFile {
	ask(query: string, parameters?: Parameters): Promise<Answer>;
	/**
	 * Work of several questions in one transaction: all of it is kept, or nothing. `kept` hears of it
	 * before the next work begins.
	 */
	together<T>(work: (session: Session) => Promise<T>, kept?: (done: T) => void): Promise<T>;
	close(): Promise<void>;
}

/**
 * Opens a record and brings it to the present schema. Throws when another process holds the file.
 *
 * @param file its path, or `:memory:` in tests
 * @param migrations folder below `queries/`
 */
export async function openRecordFile(file: string, migrations: string): Promise<RecordFile> {
	const instance = await DuckDBInstance.create(file, {
		memory_limit: '256MB',
		threads: '1',
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		enable_external_access: 'false'
	});
	const connection = await instance.connect();
	await applyMigrations(connection, migrations);
	await connection.run('set lock_configuration = true');
	const session = new DuckDbSession(connection);
	// One connection holds one result at a time.
	let turn: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const answer = turn.then(work);
		turn = answer.catch(() => undefined);
		return answer;
	};
	return {
		ask: (query, parameters) => inTurn(() => session.ask(query, parameters)),
		together: (work, kept) =>
			inTurn(async () => {
				await connection.run('begin transaction');
				try {
					const done = await work(session);
					await connection.run('commit');
					kept?.(done);
					return done;
				} catch (error) {
					await connection.run('rollback').catch(() => undefined);
					throw error;
				}
			}),
		async close() {
			await turn;
			connection.disconnectSync();
			instance.closeSync();
		}
	};
}
