import type { Mapping } from '#lib/import/mapping.ts';
import { mappingSchema } from '#lib/import/mapping.ts';
import type { Person } from '#lib/server/access/person.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import type {
	Actor,
	LedgerEntry,
	LedgerWarning,
	LoadDetails,
	SetAsideRow
} from './ledger-entry.ts';
import { sqlInstant } from './load/load-canonical.ts';

/** Rows of `queries/import/ledger.sql`. */
interface LedgerRow {
	readonly load_id: number;
	readonly kind: 'cases' | 'orders';
	readonly source: string;
	readonly file: string;
	readonly hash: string;
	readonly bytes: number;
	readonly encoding: string;
	readonly zone: string | null;
	readonly mapping: string;
	readonly columns: readonly string[];
	readonly header: readonly string[] | null;
	readonly rows_read: number;
	readonly loaded: number;
	readonly updated: number;
	readonly unchanged: number;
	readonly quarantined: number;
	readonly warnings: string;
	readonly first_received: number | null;
	readonly as_of: number | null;
	readonly demo: boolean;
	readonly loaded_by: string;
	readonly loaded_name: string | null;
	readonly loaded_assurance: Actor['assurance'] | null;
	readonly loaded_at: number;
	readonly undone_by: string | null;
	readonly undone_name: string | null;
	readonly undone_assurance: Actor['assurance'] | null;
	readonly undone_at: number | null;
}

export interface QuarantineRow {
	readonly file_line: number;
	readonly reason: string;
	readonly column_name: string | null;
	readonly value: string | null;
	readonly raw: string;
}

/** Rows a page shows of what a load set aside; all of them are in the download. */
const shownRows = 50;

/** Every load, the latest first, undone ones too. */
export async function ledger(store: DuckDbWarehouse): Promise<LedgerEntry[]> {
	const parameters = { load_id: null };
	const rows = rowsOf<LedgerRow>(await store.ask('import/ledger', { parameters }));
	const now = await flagsNow(store, null);
	return rows.map((row) => entryOf(row, now));
}

/** One load with its mapping and the first of the rows it set aside, or null. */
export async function loadDetails(
	store: DuckDbWarehouse,
	loadId: number
): Promise<LoadDetails | null> {
	const parameters = { load_id: loadId };
	const [row] = rowsOf<LedgerRow>(await store.ask('import/ledger', { parameters }));
	if (!row) return null;
	const mapping = mappingSchema.parse(JSON.parse(row.mapping));
	const reasons = rowsOf<{ reason: string; column_name: string | null; rows: number }>(
		await store.ask('import/quarantine_reasons', { parameters })
	);
	const first = rowsOf<QuarantineRow>(
		await store.ask('import/quarantine_first', { parameters: { ...parameters, rows: shownRows } })
	);
	const header = row.header ?? [];
	return {
		...entryOf(row, await flagsNow(store, loadId)),
		mapping,
		columns: row.columns,
		header,
		reasons: reasons.map(({ reason, column_name, rows }) => ({
			reason,
			column: headerOf(mapping, header, column_name),
			rows
		})),
		setAside: first.map((entry) => setAsideRow(entry, mapping, header))
	};
}

/** What a person confirmed before for files with this header, or null. */
export async function savedMapping(
	store: DuckDbWarehouse,
	fingerprint: string
): Promise<Mapping | null> {
	const [row] = rowsOf<{ source: string; mapping: string }>(
		await store.ask('import/saved_mapping', { parameters: { fingerprint } })
	);
	const parsed = row && mappingSchema.safeParse(JSON.parse(row.mapping));
	return parsed?.success ? { ...parsed.data, source: row?.source } : null;
}

/** Remembers a mapping for every later file with its header; without a fingerprint there is nothing to know it by. */
export async function saveMapping(
	store: DuckDbWarehouse,
	mapping: Mapping,
	source: string,
	person: Person
): Promise<void> {
	const { fingerprint } = mapping;
	if (fingerprint === null || fingerprint === undefined) return;
	await store.write((session) =>
		session.run('import/save_mapping', {
			fingerprint,
			source,
			mapping: JSON.stringify(mapping),
			person: person.id,
			at: sqlInstant(Date.now())
		})
	);
}

/** A row set aside as a page shows it. */
export function setAsideRow(
	row: QuarantineRow,
	mapping: Mapping,
	header: readonly string[]
): SetAsideRow {
	return {
		line: row.file_line,
		reason: row.reason,
		column: headerOf(mapping, header, row.column_name),
		value: row.value,
		fields: fieldsOf(row.raw)
	};
}

/** Fields of a record read well, else its text as one field. */
function fieldsOf(raw: string): readonly string[] {
	if (!raw.startsWith('[')) return [raw];
	try {
		const fields: unknown = JSON.parse(raw);
		return Array.isArray(fields) ? fields.map((field) => String(field ?? '')) : [raw];
	} catch {
		return [raw];
	}
}

export function headerOf(
	mapping: Mapping,
	header: readonly string[],
	field: string | null
): string | null {
	const position = mapping.columns.find(({ target }) => target === field)?.position;
	return position === undefined ? field : (header[position] ?? field);
}

/** How many cases carry a suspicion now, by load and flag. */
async function flagsNow(
	store: DuckDbWarehouse,
	loadId: number | null
): Promise<ReadonlyMap<string, number>> {
	const counted = rowsOf<{ load_id: number; flag: string; cases: number }>(
		await store.ask('import/warning_counts', { parameters: { load_id: loadId } })
	);
	return new Map(counted.map(({ load_id, flag, cases }) => [`${load_id} ${flag}`, cases]));
}

function entryOf(row: LedgerRow, flags: ReadonlyMap<string, number>): LedgerEntry {
	const warnings = JSON.parse(row.warnings) as LedgerWarning[];
	return {
		loadId: row.load_id,
		kind: row.kind,
		file: row.file,
		source: row.source,
		hash: row.hash,
		bytes: row.bytes,
		encoding: row.encoding,
		zone: row.zone ?? '',
		asOf: row.as_of,
		rowsRead: row.rows_read,
		loaded: row.loaded,
		updated: row.updated,
		unchanged: row.unchanged,
		quarantined: row.quarantined,
		warnings: warnings.map((warning) =>
			warning.rows === undefined
				? warning
				: { ...warning, cases: flags.get(`${row.load_id} ${warning.rows}`) ?? 0 }
		),
		demo: row.demo,
		loadedBy: actor(row.loaded_by, row.loaded_name, row.loaded_assurance),
		loadedAt: row.loaded_at,
		undoneBy:
			row.undone_by === null ? null : actor(row.undone_by, row.undone_name, row.undone_assurance),
		undoneAt: row.undone_at,
		dryRun: false
	};
}

function actor(id: string, name: string | null, assurance: Actor['assurance'] | null): Actor {
	return { id, name: name ?? '', assurance: assurance ?? 'declared' };
}
