import type { DuckDbWarehouse } from './duckdb.ts';
import { rowsOf } from './rows.ts';

/** Days, weeks and months of cases that were moved to another zone. */
export interface ZoneMove {
	/** Null: a file of a release that did not note it. */
	readonly from: string | null;
	readonly to: string;
	/** Cases that fall on another day now. */
	readonly cases: number;
}

/**
 * Sees to it that the days of the cases are those of this zone: they are stored, so another zone means
 * writing them anew, once. Answers with what was moved, null where nothing had to be. Throws where the
 * engine does not know the zone.
 *
 * @param zone IANA name
 */
export async function keepDaysIn(store: DuckDbWarehouse, zone: string): Promise<ZoneMove | null> {
	const [noted] = rowsOf<{ zone: string }>(await store.ask('migration/business_zone'));
	if (noted?.zone === zone) return null;
	return store.write(async (session) => {
		const cases = await session.run('migration/move_days', { zone });
		await session.run('migration/forget_zone');
		await session.run('migration/note_zone', { zone });
		if (cases === 0) return null;
		await session.run('import/raise_version');
		return { from: noted?.zone ?? null, to: zone, cases };
	});
}
