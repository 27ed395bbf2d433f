import type { Inspection } from '#lib/import/inspection.ts';
import type { Mapping } from '#lib/import/mapping.ts';
import type { Person } from '#lib/server/access/person.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { recognised } from './choose-mapping.ts';
import { inspect, type InspectFileOptions } from './read/inspect.ts';
import { importFile, type Imported, type ImportRequest, type NotImported } from './run.ts';

/** What a file promises, and what a person confirmed before for files with this header. */
export async function inspectUpload(
	store: DuckDbWarehouse,
	path: string,
	options: InspectFileOptions = {}
): Promise<Inspection & { readonly saved: Mapping | null }> {
	const inspection = await inspect(path, options);
	return { ...inspection, saved: await recognised(store, inspection) };
}

/** The ledger entry a load would have; nothing is written. */
export function dryRun(
	store: DuckDbWarehouse,
	request: ImportRequest,
	person: Person,
	signal?: AbortSignal
): Promise<Imported | NotImported> {
	return importFile(store, request, person, { dryRun: true, ...(signal && { signal }) });
}
