import type { Person } from '#lib/server/access/person.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { changeCases } from './change-cases.ts';
import { ledger } from './ledger.ts';
import { sqlInstant } from './load/load-canonical.ts';
import type { Problem } from './problem.ts';
import { variableOf } from './undo.ts';

/** Last word on a suspicion of a source. Rows of `queries/import/suspicions.sql`. */
export interface SuspicionState {
	readonly flag: string;
	readonly confirmed: boolean;
	readonly person: string;
	readonly person_name: string;
	readonly assurance: Person['assurance'];
	readonly said_at: number;
}

type Answer = { readonly cases: number } | { readonly problem: Problem };

/**
 * A person says that a suspicion is true: durations that rest on the field it names are left out of
 * every measure, now and in every later load of the source; the times themselves stay. `flag` is the
 * `rows` of the ledger's warning. Answers with the cases it concerns.
 */
export function confirmSuspicion(
	store: DuckDbWarehouse,
	loadId: number,
	flag: string,
	person: Person
): Promise<Answer> {
	return say(store, loadId, flag, person, true);
}

/** Takes a confirmation back. */
export function withdrawSuspicion(
	store: DuckDbWarehouse,
	loadId: number,
	flag: string,
	person: Person
): Promise<Answer> {
	return say(store, loadId, flag, person, false);
}

/** What people said about the suspicions of a source. */
export async function suspicionStates(
	store: DuckDbWarehouse,
	source: string
): Promise<SuspicionState[]> {
	return rowsOf<SuspicionState>(await store.ask('import/suspicions', { parameters: { source } }));
}

async function say(
	store: DuckDbWarehouse,
	loadId: number,
	flag: string,
	person: Person,
	confirmed: boolean
): Promise<Answer> {
	const entry = (await ledger(store)).find((load) => load.loadId === loadId);
	const raised = entry?.warnings.some(({ rows }) => rows === flag);
	// Only a flag about a field leaves durations out; the others have nothing to confirm.
	if (!entry || !raised || !flag.includes(':'))
		return { problem: { code: 'no_such_suspicion', facts: { load: loadId, flag } } };
	return changeCases(store, async (session) => {
		await session.run('import/say_suspicion', {
			source: entry.source,
			flag,
			confirmed,
			load_id: loadId,
			person: person.id,
			name: person.name,
			assurance: person.assurance,
			at: sqlInstant(Date.now())
		});
		await session.run('import/set_import', { import: variableOf(entry.source) });
		await session.run('import/set_confirmed');
		const cases = await session.run('import/judge_suspicion', { flag });
		return { cases };
	});
}
