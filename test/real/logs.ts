import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Person } from '#lib/server/access/person.ts';
import type { LedgerEntry } from '#lib/server/import/ledger-entry.ts';
import { importFile, type ImportRequest } from '#lib/server/import/run.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';

/** Folder of the real logs (`../shared/data/README.md` tells what they are); tests skip without it. */
const root = resolve(process.env.REDRESS_TEST_DATA ?? '../shared/data');
export const hasRealLogs = existsSync(join(root, 'README.md'));

export function realLog(...path: readonly string[]): string {
	return join(root, ...path);
}

export const tester: Person = { id: 'tester', name: 'Tester', assurance: 'declared' };

/** Imports a real log as the command does; fails the test where nothing was loaded. */
export async function imported(
	store: DuckDbWarehouse,
	path: string,
	options: Partial<ImportRequest> = {}
): Promise<LedgerEntry> {
	const result = await importFile(store, { path, name: path, ...options }, tester);
	if ('problem' in result) throw new Error(JSON.stringify(result));
	return result.entry;
}

/** Rows of a question a test asks of the cases in its own words. */
export async function asked<Row extends object>(
	store: DuckDbWarehouse,
	text: string
): Promise<Row[]> {
	return rowsOf<Row>(await store.write((session) => session.askText(text)));
}

/** `code → count` of an entry's warnings, by code or code and column. */
export function warned(entry: LedgerEntry): Record<string, number> {
	return Object.fromEntries(
		entry.warnings.map(({ code, column, count }) => [
			column === null ? code : `${code} in ${column}`,
			count
		])
	);
}
