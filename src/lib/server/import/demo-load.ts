import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Person } from '#lib/server/access/person.ts';
import { demoDefaults, demoZone, writeDemoFiles } from '#lib/server/demo/write-demo-files.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { ledger } from './ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { importFile } from './run.ts';

/** Nobody asked for the demo; the ledger says so. */
const demoPerson: Person = { id: 'redress', name: 'Redress', assurance: 'declared' };

/**
 * Fills an empty state with the demo log and its orders, as source `demo`, by the ordinary import.
 * Does nothing once anything was ever loaded, so that a removed demo stays removed. Answers with the
 * loads made.
 */
export async function ensureDemo(
	rows: number = demoDefaults.rows,
	seed: number = demoDefaults.seed,
	store?: DuckDbWarehouse
): Promise<readonly LedgerEntry[]> {
	const target = store ?? (await warehouse());
	if ((await ledger(target)).length > 0) return [];
	const folder = await mkdtemp(join(target.temporaryFolder, 'demo-'));
	try {
		const files = await writeDemoFiles({ rows, seed, folder });
		const entries: LedgerEntry[] = [];
		for (const [kind, path] of [
			['cases', files.complaints],
			['orders', files.orders]
		] as const) {
			const result = await importFile(
				target,
				{ path, name: `${kind}.csv`, kind, source: 'demo', zone: demoZone, demo: true },
				demoPerson
			);
			if ('problem' in result)
				throw new Error(`the demo could not be loaded: ${JSON.stringify(result.problem)}`);
			entries.push(result.entry);
		}
		return entries;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
