import { mappingOf } from '#lib/import/apply-choices.ts';
import type { Choices } from '#lib/import/choices.ts';
import type { Inspection } from '#lib/import/inspection.ts';
import type { Mapping } from '#lib/import/mapping.ts';
import type { Person } from '#lib/server/access/person.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { inspectUpload } from './inspect-upload.ts';
import { ledger } from './ledger.ts';
import { sourceOfName, type Imported, type ImportRequest, type NotImported } from './run.ts';
import { dryRun } from './inspect-upload.ts';
import type { Upload } from './uploads.ts';

type Inspected = Inspection & { readonly saved: Mapping | null };

/** An upload as a person's choices have it. */
export interface AskedUpload {
	readonly inspection: Inspected;
	readonly mapping: Mapping;
	/** What a load is asked with. */
	readonly request: ImportRequest;
}

/** The same file is looked at again at every press; its first megabytes are read once. */
const kept = new Map<string, Promise<Inspected>>();
const mostKept = 6;

export async function askedUpload(
	store: DuckDbWarehouse,
	upload: Upload,
	choices: Choices
): Promise<AskedUpload> {
	const inspection = await inspected(store, upload, choices);
	const mapping = mappingOf(inspection, inspection.saved, choices);
	const source = mapping.source ?? sourceOfName(upload.name);
	const { path, name } = upload;
	return {
		inspection,
		mapping,
		request: { path, name, mapping, source, ...(choices.zone && { zone: choices.zone }) }
	};
}

async function inspected(
	store: DuckDbWarehouse,
	upload: Upload,
	{ reading, kind, targets }: Choices
): Promise<Inspected> {
	const key = JSON.stringify([upload.id, reading, kind, targets]);
	const known = kept.get(key);
	if (known) return known;
	const found = inspectUpload(store, upload.path, { reading, ...(kind && { kind }), targets });
	kept.set(key, found);
	for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
	// A saved mapping may come or go between two looks at a file: only what is under way is shared long.
	void found.then(
		() => setTimeout(() => kept.delete(key), 20_000).unref(),
		() => kept.delete(key)
	);
	return found;
}

/** A trial run as a page shows it. */
export interface Trial {
	readonly result: Imported | NotImported;
	readonly milliseconds: number;
	/** The load that took this very file before, if it still holds. */
	readonly before: { readonly loadId: number; readonly at: number } | null;
}

/** Everything a load would do but the writing. */
export async function tryUpload(
	store: DuckDbWarehouse,
	request: ImportRequest,
	person: Person,
	signal?: AbortSignal
): Promise<Trial> {
	const start = performance.now();
	const result = await dryRun(store, request, person, signal);
	const milliseconds = performance.now() - start;
	const hash = 'entry' in result ? result.entry.hash : null;
	const before = (await ledger(store)).find(
		(entry) => entry.hash === hash && entry.undoneAt === null
	);
	return {
		result,
		milliseconds,
		before: before ? { loadId: before.loadId, at: before.loadedAt } : null
	};
}
