import type { DuckDBConnection } from '@duckdb/node-api';
import { queriesIn, queryText } from './query-files.ts';

/**
 * Brings a case store to the present schema: every migration not yet applied, each in a transaction,
 * then the vocabulary and views, which are made anew at every start. Throws when the file was written
 * by a later release.
 */
export async function migrate(connection: DuckDBConnection): Promise<void> {
	await applyMigrations(connection, 'schema/migrations');
	// Views over the filter variable are bound when they are made, so one must be set.
	for (const query of queriesIn('schema')) {
		if (query.endsWith('/set_filter')) continue;
		if (query.endsWith('/40_selection'))
			await connection.run(queryText('schema/set_filter'), { filters: '{}' });
		await connection.run(queryText(query));
	}
}

/** Every numbered migration of a folder that the file has not seen yet, each in a transaction. */
export async function applyMigrations(connection: DuckDBConnection, folder: string): Promise<void> {
	await connection.run(queryText('migration/make_list'));
	const rows = await connection.runAndReadAll(queryText('migration/applied'));
	const applied = Number(rows.getRows()[0]?.[0] ?? 0);
	const migrations = queriesIn(folder);
	if (applied > migrations.length)
		throw new Error(
			`the state folder was written by a later release (schema ${applied}, this one knows ${migrations.length})`
		);
	for (const [index, query] of migrations.entries()) {
		if (index < applied) continue;
		await connection.run('begin transaction');
		await connection.run(queryText(query));
		await connection.run(queryText('migration/note'), { number: index + 1, name: query });
		await connection.run('commit');
	}
}
