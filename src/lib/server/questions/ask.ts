import type { Answer, AskOptions, Parameters } from '#lib/server/warehouse/port.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { units, type Columns, type Question, type RowOf, type Unit } from './question.ts';
import type { Scope } from './scope.ts';

/** An answer kept or under way, and how many still wait for it. */
interface Kept {
	readonly answer: Promise<Answer>;
	readonly interrupt: AbortController;
	waiting: number;
	/** Cells of the answer; null while it is under way. */
	cells: number | null;
}

/** Answers by key, the longest unasked first. An answer never changes under its key, so none is stale. */
const kept = new Map<string, Kept>();
const mostKept = 400;
/** Of all answers together: some 20 to 50 bytes each. */
const mostCellsKept = 2_000_000;
const mostCellsOfOne = 400_000;

/**
 * The answer to a question within a scope. Identical asks in flight are computed once; the key holds
 * the data version, the filters (sources the person may see included) and the question's own choices.
 * When everybody who waits has left, the query is interrupted. Throws `DataChanged` where the data are no
 * longer those of the scope, so that nothing is kept under a version it is not of.
 */
export async function answer(
	scope: Scope,
	asked: Question,
	choices: Readonly<Record<string, string>> = {}
): Promise<Answer> {
	const { signal } = scope;
	if (scope.log === null) return emptyAnswer(asked);
	signal?.throwIfAborted();
	const parameters = chosenParameters(asked, choices);
	const key = JSON.stringify([asked.id, scope.dataVersion, scope.log.filters, parameters]);
	const entry = kept.get(key) ?? compute(scope, asked, parameters);
	kept.delete(key);
	kept.set(key, entry);
	entry.waiting++;
	const leave = () => {
		entry.waiting--;
		if (entry.waiting > 0 || entry.cells !== null) return;
		forget(key, entry);
		entry.interrupt.abort();
	};
	signal?.addEventListener('abort', leave, { once: true });
	try {
		const given = await entry.answer;
		weigh(key, entry, given);
		return given;
	} catch (error) {
		forget(key, entry);
		throw error;
	} finally {
		signal?.removeEventListener('abort', leave);
	}
}

/** How a query is asked within a scope: its filters, its state of the data, until its asker leaves. */
export function asking(scope: Scope, parameters: Parameters = {}): AskOptions {
	const { log, dataVersion: version, signal } = scope;
	return { filters: log?.filters, parameters, version, signal };
}

function compute(scope: Scope, asked: Question, parameters: Parameters): Kept {
	const interrupt = new AbortController();
	const computed = scope.warehouse.ask(asked.id, {
		...asking(scope, parameters),
		signal: interrupt.signal
	});
	return { answer: computed, interrupt, waiting: 0, cells: null };
}

/** Keeps an answer that has come, unless it is too large, and lets go of the longest unasked. */
function weigh(key: string, entry: Kept, { rowCount, columns }: Answer): void {
	if (entry.cells !== null) return;
	entry.cells = rowCount * columns.length;
	if (entry.cells > mostCellsOfOne) forget(key, entry);
	let cells = 0;
	for (const other of kept.values()) cells += other.cells ?? 0;
	for (const [oldest, other] of kept) {
		if (kept.size <= mostKept && cells <= mostCellsKept) break;
		if (other.cells === null) continue;
		cells -= other.cells;
		kept.delete(oldest);
	}
}

/** A later ask may have put another entry under the key: that one stays. */
function forget(key: string, entry: Kept): void {
	if (kept.get(key) === entry) kept.delete(key);
}

/** The answer as typed rows. */
export async function ask<C extends Columns>(
	scope: Scope,
	asked: Question<C>,
	choices: Readonly<Record<string, string>> = {}
): Promise<RowOf<C>[]> {
	return rowsOf<RowOf<C>>(await answer(scope, asked, choices));
}

/** Choices as the question declares them; a value it does not know falls back to the initial one. */
function chosenParameters(asked: Question, choices: Readonly<Record<string, string>>): Parameters {
	return Object.fromEntries(
		Object.entries(asked.parameters).map(([name, spec]) => {
			const chosen = choices[name];
			return [name, chosen !== undefined && spec.values.includes(chosen) ? chosen : spec.initial];
		})
	);
}

function emptyAnswer(asked: Question): Answer {
	const columns = Object.entries(asked.columns).map(([name, type]) => ({
		name,
		kind: units[type.replace('?', '') as Unit]
	}));
	return { columns, values: columns.map(() => []), rowCount: 0 };
}
