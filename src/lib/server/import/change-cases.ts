import type { DuckDbWarehouse, WriteSession } from '#lib/server/warehouse/duckdb.ts';

/** One transaction that changes what the logs tell; every answer kept before is out of date after it. */
export function changeCases<T>(
	store: DuckDbWarehouse,
	work: (session: WriteSession) => Promise<T>,
	signal?: AbortSignal
): Promise<T> {
	return store.write(async (session) => {
		const result = await work(session);
		await session.run('import/raise_version');
		return result;
	}, signal);
}
