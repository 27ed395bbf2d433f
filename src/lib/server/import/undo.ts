import type { Person } from '#lib/server/access/person.ts';
import { businessZone } from '#lib/server/state/state.ts';
import type { DuckDbWarehouse, WriteSession } from '#lib/server/warehouse/duckdb.ts';
import { rowOf } from '#lib/server/warehouse/rows.ts';
import { changeCases } from './change-cases.ts';
import { ledger } from './ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { sqlInstant } from './load/load-canonical.ts';
import { zoneRule } from './load/zone.ts';
import { ImportStopped, problemOfError, type Problem } from './problem.ts';

export interface Undone {
	/** Cases no load speaks of any more. */
	readonly removed: number;
	/** Cases shown again as the other loads tell them. */
	readonly restored: number;
}

/**
 * Takes a load back, also one that later loads overlap: its cases are told again by the loads that
 * still hold, cases nobody tells of go. Its ledger entry and the rows it set aside stay, as undone.
 */
export async function undo(
	store: DuckDbWarehouse,
	loadId: number,
	person: Person
): Promise<Undone | { readonly problem: Problem }> {
	const entry = (await ledger(store)).find((load) => load.loadId === loadId);
	if (!entry) return { problem: { code: 'no_such_load', facts: { load: loadId } } };
	try {
		return await changeCases(store, (session) => undoIn(session, entry, person));
	} catch (error) {
		const problem = problemOfError(error);
		if (problem) return { problem };
		throw error;
	}
}

/** What `undo` would do to the cases now; null for a load of orders, which has none. */
export async function wouldUndo(
	store: DuckDbWarehouse,
	{ loadId, kind }: Pick<LedgerEntry, 'loadId' | 'kind'>
): Promise<Undone | null> {
	if (kind !== 'cases') return null;
	const parameters = { load_id: loadId };
	return rowOf<Undone>(await store.ask('import/undo_counts', { parameters }));
}

/** Takes every load of the demo back, in one step; answers with the cases removed. */
export async function removeDemo(store: DuckDbWarehouse, person: Person): Promise<Undone> {
	const loads = (await ledger(store)).filter(({ demo, undoneAt }) => demo && undoneAt === null);
	return changeCases(store, async (session) => {
		let removed = 0;
		for (const load of loads) {
			const undone = await undoIn(session, load, person);
			if (load.kind === 'cases') removed += undone.removed;
		}
		return { removed, restored: 0 };
	});
}

async function undoIn(session: WriteSession, entry: LedgerEntry, person: Person): Promise<Undone> {
	const load = { load_id: entry.loadId };
	// Asked inside the transaction: two people may press the button at once.
	const state = rowOf<{ undone_at: number | null }>(await session.ask('import/ledger', load));
	if (state.undone_at !== null)
		throw new ImportStopped({ code: 'already_undone', facts: { load: entry.loadId } });
	await session.run('import/set_import', { import: variableOf(entry.source) });
	await session.run('import/undo_load', {
		...load,
		person: person.id,
		name: person.name,
		assurance: person.assurance,
		at: sqlInstant(Date.now())
	});
	const undone =
		entry.kind === 'cases' ? await undoCases(session, load) : await undoOrders(session, load);
	await session.run('import/forget_source');
	await session.run('import/write_source');
	return undone;
}

async function undoCases(session: WriteSession, load: { load_id: number }): Promise<Undone> {
	await session.run('import/touched_by_undo', load);
	await session.run('import/forget_versions', load);
	await session.run('import/fold_cases');
	const { touched, kept } = rowOf<{ touched: number; kept: number }>(
		await session.ask('import/count_touched')
	);
	await session.run('import/clear_touched');
	await session.run('import/shown_after_undo');
	await session.run('import/set_confirmed');
	await session.run('import/set_meanings', { meanings: null });
	await session.run('import/write_cases');
	await session.run('import/forget_persons', load);
	return { removed: touched - kept, restored: kept };
}

async function undoOrders(session: WriteSession, load: { load_id: number }): Promise<Undone> {
	await session.run('import/forget_orders', load);
	const removed = await session.run('import/clear_orders');
	const restored = await session.run('import/fold_orders');
	return { removed: removed - restored, restored };
}

/** What the statements of an undo need of `set_import.sql`. */
export function variableOf(source: string): string {
	return JSON.stringify({
		load_id: null,
		source,
		columns: [],
		extra_names: [],
		positions: {},
		zone: zoneRule(businessZone()),
		inner_pad: '',
		outer_pad: '',
		pieces: [],
		rejects: '',
		now: sqlInstant(Date.now())
	});
}
