import { applyCorrections, withdrawCorrections } from '#lib/server/record/apply-corrections.ts';
import { ensureLaidOut } from '#lib/server/policy/ensure-timing.ts';
import { tellDataChanged } from '#lib/server/state/data-changes.ts';
import { timeCases } from '#lib/server/timing/time-cases.ts';
import type { DuckDbWarehouse, WriteSession } from '#lib/server/warehouse/duckdb.ts';

/**
 * One transaction that changes what the logs tell. People's corrections are lifted before it, so that
 * values are compared with what the logs said, and laid over it again, limits are judged anew where they may have changed; every answer kept before is out of
 * date after it.
 */
export async function changeCases<T>(
	store: DuckDbWarehouse,
	work: (session: WriteSession) => Promise<T>,
	signal?: AbortSignal
): Promise<T> {
	const changed = await store.write(async (session) => {
		await withdrawCorrections(session);
		await session.run('timing/note_told');
		const result = await work(session);
		await applyCorrections(session);
		await ensureLaidOut(session);
		await session.run('timing/judge_told_anew');
		await timeCases(session);
		await session.run('import/raise_version');
		return result;
	}, signal);
	tellDataChanged();
	return changed;
}
