import { applyCorrections, withdrawCorrections } from '#lib/server/record/apply-corrections.ts';
import type { DuckDbWarehouse, WriteSession } from '#lib/server/warehouse/duckdb.ts';

/**
 * One transaction that changes what the logs tell. People's corrections are lifted before it, so that
 * values are compared with what the logs said, and laid over it again; every answer kept before is out
 * of date after it.
 */
export function changeCases<T>(
	store: DuckDbWarehouse,
	work: (session: WriteSession) => Promise<T>,
	signal?: AbortSignal
): Promise<T> {
	return store.write(async (session) => {
		await withdrawCorrections(session);
		const result = await work(session);
		await applyCorrections(session);
		await session.run('import/raise_version');
		return result;
	}, signal);
}
