import { emptyFilter } from '#lib/filter/filter.ts';
import type { NamedFilters } from '#lib/server/warehouse/port.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { namedFilter } from './named-filter.ts';

/** The target dates a log itself carries. */
export interface OwnTargets {
	readonly source: string;
	/** Up to when the log tells, epoch milliseconds. */
	readonly as_of: number | null;
	/** Cases that have one. */
	readonly targeted: number;
	/** They are dates alone: each means the whole of its day. */
	readonly by_date: boolean;
}

interface Kept {
	readonly version: number;
	readonly answers: Map<string, Promise<readonly OwnTargets[]>>;
}

/** Answers of the last state of the data: the question reads a column of every case. */
const kept = new WeakMap<DuckDbWarehouse, Kept>();

/** Target dates of these logs, over all their cases; logs without any are left out. */
export function ownTargetsOf(
	store: DuckDbWarehouse,
	logs: readonly { readonly source: string; readonly as_of: number | null }[],
	version: number
): Promise<readonly OwnTargets[]> {
	if (logs.length === 0) return Promise.resolve([]);
	let known = kept.get(store);
	if (known?.version !== version) kept.set(store, (known = { version, answers: new Map() }));
	const { answers } = known;
	const key = JSON.stringify(logs.map(({ source, as_of }) => [source, as_of]));
	const found = answers.get(key);
	if (found) return found;
	const asked = askFor(store, logs, version);
	answers.set(key, asked);
	asked.catch(() => answers.delete(key));
	return asked;
}

async function askFor(
	store: DuckDbWarehouse,
	logs: Parameters<typeof ownTargetsOf>[1],
	version: number
): Promise<readonly OwnTargets[]> {
	const sources = logs.map(({ source }) => source);
	const filters = { selection: namedFilter(emptyFilter, null, sources) };
	const answer = await store.ask('scope/own_targets', { filters, version });
	return rowsOf<Omit<OwnTargets, 'as_of'>>(answer).map((row) => ({
		...row,
		as_of: logs.find(({ source }) => source === row.source)?.as_of ?? null
	}));
}

/** What `own_target_outcome` (`queries/schema/20_timing_words.sql`) reads. */
export function ownTargetRules(
	targets: readonly OwnTargets[]
): Pick<NamedFilters, 'own_as_of' | 'own_by_date'> {
	return {
		own_as_of: Object.fromEntries(
			targets.flatMap(({ source, as_of }) =>
				as_of === null ? [] : [[source, new Date(as_of).toISOString().slice(0, -1)]]
			)
		),
		own_by_date: targets.flatMap(({ source, by_date }) => (by_date ? [source] : []))
	};
}
