import { basename } from 'node:path';
import type { Mapping } from '#lib/import/mapping.ts';
import type { Person } from '#lib/server/access/person.ts';
import type { WriteSession } from '#lib/server/warehouse/duckdb.ts';
import { rowOf } from '#lib/server/warehouse/rows.ts';
import type { Canonical } from '../read/canonical.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import { ImportStopped } from '../problem.ts';
import { loadCases, type RowCounts } from './load-cases.ts';
import { loadOrders } from './load-orders.ts';
import { examinedColumns } from './flag-rows.ts';
import type { PersonKey } from './person-key.ts';
import { planOf, type Plan } from './plan.ts';
import { stageRows } from './stage-rows.ts';
import { warningsOf } from './warnings-of.ts';
import { zoneRule } from './zone.ts';

/** What a load is told besides the file itself. */
export interface LoadOrder {
	readonly name: string;
	readonly source: string;
	readonly mapping: Mapping;
	/** Zone of times that name none. */
	readonly zone: string;
	readonly businessZone: string;
	/** Up to when the log tells, as a person said; null: its latest time. */
	readonly asOf: number | null;
	readonly demo: boolean;
	readonly person: Person;
	readonly now: number;
	readonly key: PersonKey;
	readonly onStep?: (done: number, of: number) => void;
}

/**
 * Loads one canonical file inside the caller's transaction and writes its ledger entry. Throws
 * `ImportStopped` where the file or the mapping does not allow it; the transaction then ends without
 * a trace.
 */
export async function loadCanonical(
	session: WriteSession,
	canonical: Canonical,
	order: LoadOrder
): Promise<LedgerEntry> {
	const plan = planOf(order.mapping, canonical);
	if ('problem' in plan) throw new ImportStopped(plan.problem);
	const loadId = rowOf<{ load_id: number }>(await session.ask('import/next_load')).load_id;
	await session.run('import/set_import', {
		import: importVariable(plan, canonical, order, loadId)
	});
	const step = steps(plan, order.onStep);
	await stageRows(session, plan, order.zone, step);
	const load = plan.kind === 'cases' ? loadCases : loadOrders;
	const staged = await load(session, plan, step);
	if (canonical.rejected > 0) await session.run('import/quarantine_rejects');
	step();
	const counts = totalsOf(staged, canonical);
	const span = rowOf<{ first_received: number | null; last_instant: number | null }>(
		await session.ask(plan.kind === 'cases' ? 'import/time_span' : 'import/order_span')
	);
	const warnings = await warningsOf(session, plan, canonical, loadId);
	const entry: LedgerEntry = {
		loadId,
		kind: plan.kind,
		file: basename(order.name),
		source: order.source,
		hash: canonical.hash,
		bytes: canonical.bytes,
		encoding: canonical.encoding?.encoding ?? 'workbook',
		zone: order.zone,
		asOf: order.asOf ?? span.last_instant,
		...counts,
		warnings,
		demo: order.demo,
		loadedBy: { ...order.person },
		loadedAt: order.now,
		undoneBy: null,
		undoneAt: null,
		dryRun: false
	};
	await session.run('import/write_load', {
		load: JSON.stringify(loadRow(entry, plan, canonical, order, span))
	});
	await session.run('import/write_source');
	return entry;
}

function totalsOf(staged: RowCounts, canonical: Canonical) {
	const quarantined = staged.quarantined + canonical.rejected;
	const { loaded, updated, unchanged } = staged;
	if (
		staged.staged !== canonical.records ||
		loaded + updated + unchanged + quarantined !== canonical.recordsRead
	)
		throw new Error(
			`rows got lost: read ${canonical.recordsRead}, counted ${JSON.stringify(staged)}, shape ${canonical.rejected}`
		);
	return { rowsRead: canonical.recordsRead, loaded, updated, unchanged, quarantined };
}

function importVariable(
	plan: Plan,
	canonical: Canonical,
	order: LoadOrder,
	loadId: number
): string {
	return JSON.stringify({
		load_id: loadId,
		source: order.source,
		columns: plan.speaks,
		extra_names: plan.extras.map(({ name }) => name),
		positions: positionsOf(plan),
		zone: zoneRule(order.businessZone),
		inner_pad: order.key.innerPad,
		outer_pad: order.key.outerPad,
		pieces: canonical.pieces,
		rejects: canonical.rejectsPath,
		now: sqlInstant(order.now)
	});
}

/** Columns of the file that give each field, counted from 1; a time may stand in two. */
function positionsOf(plan: Plan): Record<string, number[]> {
	return Object.fromEntries(
		plan.given.map(({ field, position, form }) => {
			const clock = form?.kind === 'time' ? form.timeColumn : undefined;
			return [field, [position + 1, ...(clock === undefined ? [] : [clock + 1])]];
		})
	);
}

function loadRow(
	entry: LedgerEntry,
	plan: Plan,
	canonical: Canonical,
	order: LoadOrder,
	span: { first_received: number | null; last_instant: number | null }
) {
	return {
		load_id: entry.loadId,
		kind: entry.kind,
		source: entry.source,
		file: entry.file,
		hash: entry.hash,
		bytes: entry.bytes,
		encoding: entry.encoding,
		mapping: order.mapping,
		columns: plan.speaks,
		rows_read: entry.rowsRead,
		loaded: entry.loaded,
		updated: entry.updated,
		unchanged: entry.unchanged,
		quarantined: entry.quarantined,
		warnings: entry.warnings,
		first_received: sqlInstant(span.first_received),
		last_instant: sqlInstant(span.last_instant),
		loaded_by: order.person.id,
		loaded_at: sqlInstant(entry.loadedAt),
		zone: entry.zone,
		as_of: sqlInstant(order.asOf),
		demo: order.demo,
		header: canonical.columns,
		loaded_name: order.person.name,
		loaded_assurance: order.person.assurance
	};
}

/** An instant as SQL reads it, UTC. */
export function sqlInstant(instant: number | null): string | null {
	return instant === null ? null : new Date(instant).toISOString().replace('T', ' ').slice(0, 23);
}

/** Counts the parts of the work; how many there are is known from the plan. */
function steps(plan: Plan, report: LoadOrder['onStep']): () => void {
	const own = plan.kind === 'cases' ? 5 + examinedColumns(plan).length : 2;
	const of = 2 + own + 1;
	let done = 0;
	return () => report?.(done++, of);
}
