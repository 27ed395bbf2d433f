import type { WriteSession } from '#lib/server/warehouse/duckdb.ts';
import { rowOf } from '#lib/server/warehouse/rows.ts';
import type { RowCounts } from './load-cases.ts';
import type { Plan } from './plan.ts';

/** From staged rows to orders of a day, shop and product category, inside the caller's transaction. */
export async function loadOrders(
	session: WriteSession,
	_plan: Plan,
	step: () => void
): Promise<RowCounts> {
	step();
	await session.run('import/order_fates');
	const counts = rowOf<RowCounts>(await session.ask('import/order_counts'));
	if (counts.quarantined > 0) await session.run('import/quarantine_unreadable');
	step();
	await session.run('import/write_orders_given');
	await session.run('import/clear_orders');
	await session.run('import/fold_orders');
	return counts;
}
