import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localPerson } from '#lib/server/access/person.ts';
import { demoDefaults, writeDemoFiles } from '#lib/server/demo/write-demo-files.ts';
import { importFile } from '#lib/server/import/run.ts';
import { closeWarehouse, warehouse } from '#lib/server/state/state.ts';
import { openWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rank, timed, type Figure } from './figure.ts';

/**
 * Rows a second of a whole import (decoding, checks, identity, ledger) into a new state folder, against
 * DuckDB's reader casting the same file into the same types.
 */
export async function measureImport(folder: string, rows: number): Promise<Figure[]> {
	const files = join(folder, 'files');
	mkdirSync(files, { recursive: true });
	const { complaints, orders } = await writeDemoFiles({
		rows,
		seed: demoDefaults.seed,
		folder: files
	});
	process.env.REDRESS_DATA = folder;
	const store = await warehouse();
	let ours = Number.NaN;
	for (const path of [complaints, orders]) {
		const started = performance.now();
		const outcome = await importFile(
			store,
			{ path, name: path, source: 'demo', demo: true },
			localPerson
		);
		if (!('entry' in outcome)) throw new Error(JSON.stringify(outcome));
		if (path === complaints && outcome.entry.loaded !== rows)
			throw new Error(`loaded ${outcome.entry.loaded} of ${rows}`);
		if (path === complaints) ours = performance.now() - started;
	}
	await closeWarehouse();
	const bare = await bareRead(complaints);
	return [
		{
			name: `import of ${rows} cases`,
			value: rows / (ours / 1000),
			unit: 'rows/s',
			ratio: bare / ours,
			aim: '≥ 0.5 of bare read_csv'
		}
	];
}

/** Milliseconds DuckDB needs to read the file into the types of the case table, nothing checked. */
async function bareRead(file: string): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
	const store = await openWarehouse({ folder });
	const copy = join(store.temporaryFolder, 'complaints.csv');
	cpSync(file, copy);
	const taken = await timed(3, () =>
		store.write((session) => session.run('bench/bare_read', { file: copy }))
	);
	await store.close();
	rmSync(folder, { recursive: true, force: true });
	return rank(taken, 0.5);
}
