import type { Mapping } from '#lib/import/mapping.ts';
import type { WriteSession } from '#lib/server/warehouse/duckdb.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import type { LoadDetails } from './ledger-entry.ts';
import { headerOf, setAsideRow, type QuarantineRow } from './ledger.ts';

/** Why rows of a trial run would not go in, and the first of them. */
export type SetAside = Pick<LoadDetails, 'reasons' | 'setAside'>;

const shownRows = 50;

/** Asked inside the trial's transaction, before it ends without a trace. */
export async function setAsideIn(
	session: WriteSession,
	loadId: number,
	mapping: Mapping,
	header: readonly string[]
): Promise<SetAside> {
	const load = { load_id: loadId };
	const reasons = rowsOf<{ reason: string; column_name: string | null; rows: number }>(
		await session.ask('import/quarantine_reasons', load)
	);
	const first = rowsOf<QuarantineRow>(
		await session.ask('import/quarantine_first', { ...load, rows: shownRows })
	);
	return {
		reasons: reasons.map(({ reason, column_name, rows }) => ({
			reason,
			column: headerOf(mapping, header, column_name),
			rows
		})),
		setAside: first.map((row) => setAsideRow(row, mapping, header))
	};
}
