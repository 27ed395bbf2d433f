import { instantOfWall } from '#lib/calendar/wall-instant.ts';
import { mappingOf } from '#lib/import/apply-choices.ts';
import type { Choices } from '#lib/import/choices.ts';
import type { Inspection } from '#lib/import/inspection.ts';
import type { Mapping } from '#lib/import/mapping.ts';
import type { Person } from '#lib/server/access/person.ts';
import { businessZone } from '#lib/server/state/state.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { givenMapping } from './given-mapping.ts';
import { dryRun, inspectUpload } from './inspect-upload.ts';
import { ledger } from './ledger.ts';
import { misfitOf } from './load/plan.ts';
import type { Problem } from './problem.ts';
import { sourceOfName, type Imported, type ImportRequest, type NotImported } from './run.ts';
import type { Upload } from './uploads.ts';

type Inspected = Inspection & { readonly saved: Mapping | null };

/** An upload as a person's choices have it. */
export interface AskedUpload {
	readonly inspection: Inspected;
	readonly mapping: Mapping;
	/** The mapping file given for it, and where it was made for other columns. */
	readonly given: { readonly name: string; readonly misfit: Problem | null } | null;
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
	const file = await givenMapping(store, upload.id);
	const kind = choices.kind ?? file?.mapping.kind;
	const reading = { ...file?.mapping.reading, ...choices.reading };
	const inspection = await inspected(store, upload, { ...choices, reading, ...(kind && { kind }) });
	const known = file?.mapping ?? inspection.saved;
	const mapping = mappingOf(inspection, known, file ? { ...choices, fresh: false } : choices);
	const source = mapping.source ?? sourceOfName(upload.name);
	const { path, name } = upload;
	const asOf = choices.asOf ? instantOfWall(choices.asOf, businessZone()) : null;
	return {
		inspection,
		mapping,
		given: file && { name: file.name, misfit: misfitWith(file.mapping, inspection) },
		request: {
			path,
			name,
			mapping,
			source,
			...(choices.zone && { zone: choices.zone }),
			...(asOf !== null && { asOf })
		}
	};
}

function misfitWith(mapping: Mapping, { columns, refusal }: Inspection): Problem | null {
	if (refusal) return null;
	const header = columns.flatMap(({ header }) => header ?? []);
	return misfitOf(mapping, {
		columns: columns.map(({ name }) => name),
		header: header.length === columns.length ? header : null
	});
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
