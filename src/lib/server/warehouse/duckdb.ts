import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { DuckDbSession } from './connection.ts';
import { migrate } from './migrate.ts';
import {
	DataChanged,
	type Answer,
	type AnswerColumn,
	type AskOptions,
	type NamedFilters,
	type Parameters,
	type Session,
	type Warehouse
} from './port.ts';
import { Readers } from './readers.ts';
import { rowOf } from './rows.ts';

/** A session that may also change the cases. */
export interface WriteSession extends Session {
	readonly connection: DuckDBConnection;
	askText(text: string): Promise<Answer>;
}

export interface DuckDbWarehouse extends Warehouse {
	/** Folder below which DuckDB may read and write files. */
	readonly temporaryFolder: string;
	/** DuckDB gave the store up (a commit met a full disk): every call fails until it is opened anew. */
	readonly broken: boolean;
	/** Work of one writer at a time in one transaction: all of it or nothing. */
	write<T>(work: (session: WriteSession) => Promise<T>, signal?: AbortSignal): Promise<T>;
	/**
	 * Resolves when nobody reads, at the latest after `longestMs`: work in the background takes its next
	 * step then, so that readers have the processors.
	 */
	quiet(longestMs: number): Promise<void>;
	/** Ends every statement under way; their callers see an error, writes are rolled back. */
	interrupt(): void;
}

export interface OpenOptions {
	/** Folder of state; `null` keeps everything in memory (tests), with files in a folder of the caller's. */
	readonly folder: string;
	readonly inMemory?: boolean;
	/** DuckDB's memory limit, as `4GB`. */
	readonly memory?: string;
}

/**
 * Opens the case store of a state folder: settings, migrations, views, then the lock-down, after which
 * no statement can read a file outside the temporary folder, load an extension or change a setting.
 * Throws when another process holds the file.
 */
export async function openWarehouse(options: OpenOptions): Promise<DuckDbWarehouse> {
	const temporaryFolder = join(options.folder, 'tmp');
	mkdirSync(temporaryFolder, { recursive: true });
	const file = options.inMemory ? ':memory:' : join(options.folder, 'cases.duckdb');
	const instance = await DuckDBInstance.create(file, {
		memory_limit: options.memory ?? process.env.REDRESS_MEMORY ?? '4GB',
		temp_directory: join(temporaryFolder, 'spill'),
		// Gives freed memory back to the system; without it a large import holds half as much again.
		allocator_background_threads: 'true',
		// A left side guessed too small would be compared row by row: minutes instead of a second.
		asof_loop_join_threshold: '0',
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false'
	});
	const connection = await instance.connect();
	try {
		await migrate(connection);
		await lockDown(connection, temporaryFolder);
	} catch (error) {
		// An instance left open would hold the file's lock.
		connection.disconnectSync();
		instance.closeSync();
		throw error;
	}
	connection.disconnectSync();
	return new InProcess(instance, temporaryFolder);
}

async function lockDown(connection: DuckDBConnection, folder: string): Promise<void> {
	await connection.run(`set allowed_directories = ['${folder.replaceAll("'", "''")}/']`);
	await connection.run('set enable_external_access = false');
	await connection.run('set lock_configuration = true');
}

class InProcess implements DuckDbWarehouse {
	readonly temporaryFolder: string;
	broken = false;
	readonly #instance: DuckDBInstance;
	/** Connections with work under way, so that closing can interrupt them first. */
	readonly #busy = new Set<DuckDBConnection>();
	readonly #readers = new Readers();
	#writing: Promise<unknown> = Promise.resolve();

	constructor(instance: DuckDBInstance, temporaryFolder: string) {
		this.#instance = instance;
		this.temporaryFolder = temporaryFolder;
	}

	ask(query: string, options: AskOptions = {}): Promise<Answer> {
		return this.read(options, (session) => session.ask(query, options.parameters));
	}

	read<T>(
		options: Omit<AskOptions, 'parameters'>,
		work: (session: Session) => Promise<T>
	): Promise<T> {
		return this.#readers.count(() =>
			this.#lease(options.signal, async (session) => {
				await beginSnapshot(session, options);
				return work(session);
			})
		);
	}

	quiet(longestMs: number): Promise<void> {
		return this.#readers.quiet(longestMs);
	}

	describe(query: string, options: AskOptions = {}): Promise<readonly AnswerColumn[]> {
		return this.#lease(options.signal, async (session) => {
			if (options.filters) await session.run('schema/set_filter', filterParameter(options.filters));
			return session.describe(query, options.parameters);
		});
	}

	async *stream(query: string, options: AskOptions = {}): AsyncIterable<Answer> {
		const { signal } = options;
		const connection = await this.#connect(signal);
		const interrupt = () => connection.interrupt();
		signal?.addEventListener('abort', interrupt);
		try {
			const session = new DuckDbSession(connection);
			await beginSnapshot(session, options);
			for await (const piece of session.stream(query, options.parameters)) {
				yield piece;
				signal?.throwIfAborted();
			}
		} catch (error) {
			signal?.throwIfAborted();
			throw error;
		} finally {
			signal?.removeEventListener('abort', interrupt);
			this.#release(connection);
		}
	}

	write<T>(work: (session: WriteSession) => Promise<T>, signal?: AbortSignal): Promise<T> {
		const turn = this.#writing.then(() =>
			this.#lease(signal, async (session) => {
				await session.connection.run('begin transaction');
				try {
					const result = await work(session);
					signal?.throwIfAborted();
					await session.connection.run('commit');
					return result;
				} catch (error) {
					await session.connection.run('rollback').catch(() => undefined);
					throw error;
				}
			})
		);
		this.#writing = turn.catch(() => undefined);
		return turn;
	}

	interrupt(): void {
		for (const connection of this.#busy) connection.interrupt();
	}

	async close(): Promise<void> {
		this.interrupt();
		await this.#writing;
		this.#instance.closeSync();
	}

	async #lease<T>(
		signal: AbortSignal | undefined,
		work: (session: DuckDbSession) => Promise<T>
	): Promise<T> {
		const connection = await this.#connect(signal);
		const interrupt = () => connection.interrupt();
		signal?.addEventListener('abort', interrupt);
		try {
			return await work(new DuckDbSession(connection));
		} catch (error) {
			this.broken ||= isFatal(error);
			// An interrupted query fails in its own words; the caller asked for the abort.
			signal?.throwIfAborted();
			throw error;
		} finally {
			signal?.removeEventListener('abort', interrupt);
			this.#release(connection);
		}
	}

	async #connect(signal: AbortSignal | undefined): Promise<DuckDBConnection> {
		signal?.throwIfAborted();
		const connection = await this.#instance.connect();
		if (signal?.aborted) {
			connection.disconnectSync();
			signal.throwIfAborted();
		}
		this.#busy.add(connection);
		return connection;
	}

	#release(connection: DuckDBConnection): void {
		this.#busy.delete(connection);
		connection.disconnectSync();
	}
}

/**
 * One state of the data for all statements that follow, the one asked about or none. Left open: closing
 * the connection ends it.
 */
async function beginSnapshot(
	session: DuckDbSession,
	{ filters, version }: Pick<AskOptions, 'filters' | 'version'>
): Promise<void> {
	await session.connection.run('begin transaction');
	if (filters) await session.run('schema/set_filter', filterParameter(filters));
	if (version === undefined) return;
	const now = rowOf<{ version: number }>(await session.ask('scope/version'));
	if (now.version !== version) throw new DataChanged();
}

/** After an error DuckDB calls fatal the instance refuses all work; what was committed is safe on disk. */
function isFatal(error: unknown): boolean {
	return error instanceof Error && /^FATAL|database has been invalidated/.test(error.message);
}

function filterParameter(filters: NamedFilters): Parameters {
	return { filters: JSON.stringify(filters) };
}
