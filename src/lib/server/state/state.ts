import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { openWarehouse, type DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';

/** Folder of all local state; the only folder the product writes to. */
export function stateFolder(): string {
	const folder = resolve(process.env.REDRESS_DATA ?? 'data/local');
	mkdirSync(folder, { recursive: true });
	return folder;
}

/** The zone whose days, weeks and months the business counts in. */
export function businessZone(): string {
	return process.env.REDRESS_ZONE ?? 'Asia/Shanghai';
}

// One instance a process: opening the same file twice and closing one drops the lock. A reloaded
// module (development) must find the one that is open.
const held = globalThis as { redressWarehouse?: Promise<DuckDbWarehouse> };

/** The case store of this process, opened at the first call. */
export function warehouse(): Promise<DuckDbWarehouse> {
	held.redressWarehouse ??= openWarehouse({ folder: stateFolder() });
	return held.redressWarehouse;
}

/** Interrupts what runs and closes the store; the next call of `warehouse` opens it again. */
export async function closeWarehouse(): Promise<void> {
	const open = held.redressWarehouse;
	delete held.redressWarehouse;
	await (await open)?.close();
}
