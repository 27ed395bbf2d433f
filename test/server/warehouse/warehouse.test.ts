import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWarehouse } from '#lib/server/warehouse/duckdb.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'redress-warehouse-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function versionIn(store: Awaited<ReturnType<typeof openWarehouse>>): Promise<unknown> {
	return (await store.ask('scope/data_version')).values[0]?.[0];
}

describe('the warehouse', () => {
	it('keeps what a finished write left and nothing of one that failed', async () => {
		const store = await openWarehouse({ folder });
		await store.write(({ connection }) => connection.run('update data_version set version = 7'));
		await expect(
			store.write(async ({ connection }) => {
				await connection.run('update data_version set version = 8');
				throw new Error('the import failed');
			})
		).rejects.toThrow('the import failed');
		await store.close();
		const again = await openWarehouse({ folder });
		expect(await versionIn(again)).toBe(7);
		await again.close();
	});

	it('undoes a write whose signal was aborted', async () => {
		const store = await openWarehouse({ folder, inMemory: true });
		const stop = new AbortController();
		const writing = store.write(async ({ connection }) => {
			await connection.run('update data_version set version = 9');
			stop.abort();
		}, stop.signal);
		await expect(writing).rejects.toThrow();
		expect(await versionIn(store)).toBe(1);
		await store.close();
	});

	it('lets one writer work at a time, in the order they came', async () => {
		const store = await openWarehouse({ folder, inMemory: true });
		await Promise.all(
			Array.from({ length: 20 }, () =>
				store.write(({ connection }) =>
					connection.run('update data_version set version = version + 1')
				)
			)
		);
		expect(await versionIn(store)).toBe(21);
		await store.close();
	});

	it('interrupts a query whose client has left, and answers the next', async () => {
		const store = await openWarehouse({ folder, inMemory: true });
		const stop = new AbortController();
		const long = store.write(
			({ connection }) =>
				connection.run('select count(*) from range(100000000) a, range(100000) b'),
			stop.signal
		);
		setTimeout(() => stop.abort(), 50);
		await expect(long).rejects.toThrow('aborted');
		expect(await versionIn(store)).toBe(1);
		await store.close();
	});

	it('reads no file outside its temporary folder and loads no extension', async () => {
		const outside = join(folder, 'secret.csv');
		writeFileSync(outside, 'a\n1\n');
		const store = await openWarehouse({ folder, inMemory: true });
		const run = (sql: string) => store.write(({ connection }) => connection.run(sql));
		await expect(run(`from read_csv('${outside}')`)).rejects.toThrow(/permission|disabled/i);
		await expect(run("attach '/tmp/elsewhere.duckdb' as other")).rejects.toThrow();
		await expect(run('install httpfs')).rejects.toThrow();
		await expect(run('set enable_external_access = true')).rejects.toThrow();
		const inside = join(store.temporaryFolder, 'part.csv');
		writeFileSync(inside, 'a\n1\n');
		await expect(run(`from read_csv('${inside}')`)).resolves.toBeDefined();
		await store.close();
	});

	it('refuses a state folder that a later release wrote', async () => {
		const store = await openWarehouse({ folder });
		await store.write(({ connection }) =>
			connection.run("insert into schema_migration values (999, 'later')")
		);
		await store.close();
		await expect(openWarehouse({ folder })).rejects.toThrow('later release');
	});
});
