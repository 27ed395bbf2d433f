import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** What a hand-written query says of a month: the value, and the counts it is made of. */
export interface ByHand {
	readonly month: string;
	readonly value: number | null;
	readonly part: number;
	readonly basis: number;
}

/**
 * Asks a copy of a state's cases: the server holds the file itself. Each query gives `month`, `value`,
 * `part` and `basis`.
 */
export async function byHand(
	state: string,
	queries: Readonly<Record<string, string>>
): Promise<Readonly<Record<string, readonly ByHand[]>>> {
	const folder = mkdtempSync(join(tmpdir(), 'redress-own-sql-'));
	for (const ending of ['', '.wal'])
		if (existsSync(join(state, `cases.duckdb${ending}`)))
			copyFileSync(join(state, `cases.duckdb${ending}`), join(folder, `cases.duckdb${ending}`));
	const instance = await DuckDBInstance.create(join(folder, 'cases.duckdb'));
	const connection = await instance.connect();
	try {
		const answers: Record<string, ByHand[]> = {};
		for (const [name, query] of Object.entries(queries)) {
			const rows = (await connection.runAndReadAll(query)).getRowObjects();
			answers[name] = rows.map((row) => ({
				month: String(row.month),
				value: row.value === null ? null : Number(row.value),
				part: Number(row.part),
				basis: Number(row.basis)
			}));
		}
		return answers;
	} finally {
		connection.closeSync();
		instance.closeSync();
		rmSync(folder, { recursive: true, force: true });
	}
}
