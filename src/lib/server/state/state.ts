import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepDaysIn, type ZoneMove } from '#lib/server/warehouse/business-zone.ts';
import { openWarehouse, type DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';

/** Folder of all local state; the only folder the product writes to. */
export function stateFolder(): string {
	const folder = resolve(process.env.REDRESS_DATA ?? 'data/local');
	// It holds contact data: for its owner only.
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	return folder;
}

/** The zone whose days, weeks and months the business counts in. */
export function businessZone(): string {
	return process.env.REDRESS_ZONE ?? 'Asia/Shanghai';
}

// One instance a process: opening the same file twice and closing one drops the lock. A reloaded
// module (development) must find the one that is open.
const held = globalThis as {
	redressWarehouse?: Promise<DuckDbWarehouse>;
	redressZoneMove?: ZoneMove | null;
};

/** What opening the store moved to another zone, null for nothing. */
export function zoneMove(): ZoneMove | null {
	return held.redressZoneMove ?? null;
}

/**
 * The case store of this process, opened at the first call; after a failure the next call tries again,
 * and a store DuckDB gave up is opened anew.
 */
export async function warehouse(): Promise<DuckDbWarehouse> {
	const promised = (held.redressWarehouse ??= kept(openSwept(stateFolder())));
	const opened = await promised;
	if (!opened.broken) return opened;
	// Of all who meet the broken store one opens it anew.
	if (held.redressWarehouse === promised) held.redressWarehouse = kept(openedAnew(opened));
	return warehouse();
}

function kept(opening: Promise<DuckDbWarehouse>): Promise<DuckDbWarehouse> {
	const promised = opening.catch((error: unknown) => {
		if (held.redressWarehouse === promised) delete held.redressWarehouse;
		throw error;
	});
	return promised;
}

/** Without the sweep: people's uploads are still wanted. */
async function openedAnew(broken: DuckDbWarehouse): Promise<DuckDbWarehouse> {
	await broken.close();
	return openWarehouse({ folder: stateFolder() });
}

/** Opens the store, then removes what a killed process left half-way: only its holder may do that. */
async function openSwept(folder: string): Promise<DuckDbWarehouse> {
	const opened = await openWarehouse({ folder });
	for (const name of readdirSync(opened.temporaryFolder)) {
		// An upload that came whole (it has its name) waits for its person over a restart.
		const waits =
			name.startsWith('upload-') && existsSync(join(opened.temporaryFolder, name, 'name'));
		if (!waits) rmSync(join(opened.temporaryFolder, name), { recursive: true, force: true });
	}
	try {
		held.redressZoneMove = await keepDaysIn(opened, businessZone());
	} catch (error) {
		await opened.close();
		throw error;
	}
	return opened;
}

/** True when another process (a running server, a second command) holds the store. */
export function isHeldElsewhere(error: unknown): boolean {
	return error instanceof Error && /conflicting lock|could not set lock/i.test(error.message);
}

/** Interrupts what runs; the store stays open. */
export async function interruptWarehouse(): Promise<void> {
	(await held.redressWarehouse)?.interrupt();
}

/** Interrupts what runs and closes the store; the next call of `warehouse` opens it again. */
export async function closeWarehouse(): Promise<void> {
	const open = held.redressWarehouse;
	delete held.redressWarehouse;
	await (await open)?.close();
}
