import type { WriteSession } from '#lib/server/warehouse/duckdb.ts';
import { rowOf } from '#lib/server/warehouse/rows.ts';
import { ImportStopped } from '../problem.ts';
import { flagRows } from './flag-rows.ts';
import { columnOf, type Plan } from './plan.ts';
import { contactsSql } from './person-columns.ts';

/** How the records of the canonical file fared; they add up to `staged`. */
export interface RowCounts {
	readonly staged: number;
	readonly loaded: number;
	readonly updated: number;
	readonly unchanged: number;
	readonly quarantined: number;
}

/**
 * From staged rows to cases, inside the caller's transaction: identity, comparison with what the store
 * shows, versions, quarantine, the case table. `step` is called before each part of the work.
 */
export async function loadCases(
	session: WriteSession,
	plan: Plan,
	step: () => void
): Promise<RowCounts> {
	step();
	await session.run('import/repeated_ids');
	await session.run('import/effective_rows');
	await flagRows(session, plan, step);
	step();
	const { cases } = rowOf<{ cases: number }>(await session.ask('import/count_known'));
	await session.run(cases > 0 ? 'import/match_known' : 'import/match_none');
	if (!columnOf(plan, 'received_at')) {
		await session.run('import/set_aside_unknown');
		if (cases > 0) await session.run('import/match_known');
	}
	step();
	const counts = rowOf<RowCounts>(await session.ask('import/count_rows'));
	// Results for cases another file brought; where none of them is known, the time column is missing.
	if (!columnOf(plan, 'received_at') && counts.staged === counts.quarantined)
		throw new ImportStopped({ code: 'field_missing', facts: { field: 'received_at' } });
	if (counts.quarantined > 0) await session.run('import/quarantine_unreadable');
	await session.run('import/keep_given');
	await session.run('import/record_versions');
	step();
	await session.run('import/touched_by_load');
	await session.run('import/fold_cases');
	await session.run('import/clear_touched');
	await session.run('import/new_cases');
	await session.run('import/shown_after_load');
	step();
	await session.run('import/set_confirmed');
	await session.run('import/set_meanings', { meanings: meaningsOf(plan) });
	await session.run('import/write_cases');
	const contacts = contactsSql(plan);
	if (contacts !== null) await session.connection.run(contacts);
	const sum = counts.loaded + counts.updated + counts.unchanged + counts.quarantined;
	if (sum !== counts.staged) throw new Error(`row counts do not add up: ${JSON.stringify(counts)}`);
	return counts;
}

/** What the mapping says its words of status stand for, as JSON. */
function meaningsOf(plan: Plan): string | null {
	const form = columnOf(plan, 'status')?.form;
	return form?.kind === 'text' && form.meanings ? JSON.stringify(form.meanings) : null;
}
