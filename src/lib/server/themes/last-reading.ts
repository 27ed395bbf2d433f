import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowOf, rowsOf } from '#lib/server/warehouse/rows.ts';

/** What the last reading of narratives found over all cases. */
export interface LastReading {
	readonly reading: number;
	/** The way of reading it was made by. */
	readonly model: number;
	/** Milliseconds UTC. */
	readonly read_at: number;
	readonly sources: readonly string[];
	readonly seconds: number;
	readonly narratives: number;
	readonly left_out: number;
	readonly clusters: number;
	readonly silhouette: number;
	readonly judged: number;
	readonly right_guesses: number;
	readonly unclassified: number;
	readonly commonest: number;
}

/** Whether these logs have narratives, and how many nobody read yet. */
export interface ReadState {
	readonly narratives: number;
	readonly unread: number;
	readonly last: LastReading | null;
}

export async function readState(
	store: DuckDbWarehouse,
	sources: readonly string[],
	signal?: AbortSignal
): Promise<ReadState> {
	const parameters = { sources: JSON.stringify(sources) };
	return store.read({ signal }, async (session) => ({
		...rowOf<{ narratives: number; unread: number }>(
			await session.ask('themes/unread', parameters)
		),
		last: rowsOf<LastReading>(await session.ask('themes/last_reading'))[0] ?? null
	}));
}

/** Raise it with every change of what a reading finds: stored readings are then made anew. */
export const readingModel = 4;

/** True where a reading would find what the last one did not. */
export function wantsReading({ narratives, unread, last }: ReadState): boolean {
	if (narratives === 0) return false;
	return last === null || last.model !== readingModel || unread > last.left_out;
}
