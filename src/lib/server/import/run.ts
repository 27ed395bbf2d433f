import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Question } from '#lib/import/inspection.ts';
import type { Mapping } from '#lib/import/mapping.ts';
import { withoutNotes } from '#lib/import/note-columns.ts';
import type { Person } from '#lib/server/access/person.ts';
import { businessZone } from '#lib/server/state/state.ts';
import { changeCases } from './change-cases.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { saveMapping } from './ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { setAsideIn, type SetAside } from './set-aside.ts';
import { loadCanonical } from './load/load-canonical.ts';
import { personKey } from './load/person-key.ts';
import { isZone } from './load/zone.ts';
import { chosenMapping, type DateOrderAnswer } from './choose-mapping.ts';
import { quarantineMapping } from './quarantine-mapping.ts';
import { problemOfError, type Problem } from './problem.ts';
import { canonicalise } from './read/canonicalise.ts';

/** What a person asks for when they import one file. */
export interface ImportRequest {
	/** The file on this machine; never taken from a browser. */
	readonly path: string;
	/** Its name as the person knows it. */
	readonly name: string;
	/** Confirmed; absent: the one saved for this header, else the best proposal. */
	readonly mapping?: Mapping;
	/** Name of the log; absent: that of the mapping, else the file's name. */
	readonly source?: string;
	/** Zone of times without an offset; absent: the business zone. */
	readonly zone?: string;
	readonly sheet?: string;
	/** The answer where day and month cannot be told apart. */
	readonly dateOrder?: DateOrderAnswer;
	/** Up to when the log tells, epoch ms; absent: its latest time. */
	readonly asOf?: number;
	readonly kind?: 'cases' | 'orders';
	readonly demo?: boolean;
}

export type Stage = 'read' | 'load';

export interface ImportProgress {
	readonly stage: Stage;
	readonly done: number;
	readonly of: number;
}

export interface ImportOptions {
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: ImportProgress) => void;
	/** Everything but the writing. */
	readonly dryRun?: boolean;
}

export interface Imported {
	readonly entry: LedgerEntry;
	/** As used. */
	readonly mapping: Mapping;
	/** Of a trial run: the rows that would be set aside. A load has them in the ledger. */
	readonly aside?: SetAside;
}
export interface NotImported {
	readonly problem: Problem;
	/** What only a person can say. */
	readonly questions?: readonly Question[];
}

/** Ends the transaction of a trial run without a trace, carrying its answer out. */
class TrialEnds extends Error {
	readonly imported: Imported;

	constructor(imported: Imported) {
		super('trial run');
		this.imported = imported;
	}
}

/**
 * One file through the whole pipeline: read, staged, checked, loaded, in one transaction. The page, the
 * command and the demo all come this way. An aborted `signal` rejects with its reason and leaves the
 * cases as they were.
 */
export async function importFile(
	store: DuckDbWarehouse,
	request: ImportRequest,
	person: Person,
	options: ImportOptions = {}
): Promise<Imported | NotImported> {
	const zone = request.zone ?? businessZone();
	if (!isZone(zone)) return { problem: { code: 'unknown_zone', facts: { zone } } };
	const folder = await mkdtemp(join(store.temporaryFolder, 'import-'));
	try {
		const chosen = await chosenMapping(store, request);
		if ('problem' in chosen) return chosen;
		const { mapping } = chosen;
		const source = (request.source ?? mapping.source ?? sourceOfName(request.name)).trim();
		if (source === '' || (source === 'demo' && request.demo !== true))
			return { problem: { code: 'source_not_allowed', facts: { source } } };
		const canonical = await canonicalise(request.path, mapping.reading, folder, {
			signal: options.signal,
			onProgress: ({ bytes, ofBytes }) =>
				options.onProgress?.({ stage: 'read', done: bytes, of: ofBytes })
		});
		if ('refusal' in canonical) return { problem: canonical.refusal };
		const entry = await changeCases(
			store,
			async (session) => {
				const loaded = await loadCanonical(session, canonical, {
					name: basename(request.name),
					source,
					mapping: { ...mapping, source },
					zone,
					businessZone: businessZone(),
					asOf: request.asOf ?? null,
					demo: request.demo === true,
					person,
					now: Date.now(),
					key: personKey(dirname(store.temporaryFolder)),
					onStep: (done, of) => options.onProgress?.({ stage: 'load', done, of })
				});
				if (options.dryRun)
					throw new TrialEnds({
						entry: { ...loaded, dryRun: true },
						mapping,
						aside: await setAsideIn(session, loaded.loadId, mapping, canonical.columns)
					});
				return loaded;
			},
			options.signal
		);
		await saveMapping(store, withoutNotes(mapping), source, person);
		const ofDownload = quarantineMapping(mapping, canonical.columns);
		if (entry.quarantined > 0 && ofDownload) await saveMapping(store, ofDownload, source, person);
		return { entry, mapping };
	} catch (error) {
		if (error instanceof TrialEnds) return error.imported;
		options.signal?.throwIfAborted();
		const problem = problemOfError(error);
		if (problem) return { problem };
		throw error;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** `2024-05 complaints.csv.gz` → `2024-05 complaints`. */
export function sourceOfName(name: string): string {
	return basename(name)
		.replace(/\.gz$/i, '')
		.replace(/\.(csv|tsv|txt|xlsx|xls|ods)$/i, '');
}
