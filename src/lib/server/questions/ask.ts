import type { Answer, Parameters } from '#lib/server/warehouse/port.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { units, type Columns, type Question, type RowOf, type Unit } from './question.ts';
import type { Scope } from './scope.ts';

/** An answer kept or under way, and how many still wait for it. */
interface Kept {
	readonly answer: Promise<Answer>;
	readonly interrupt: AbortController;
	waiting: number;
	done: boolean;
}

/** Answers by key, oldest first. An answer never changes under its key, so nothing is ever stale. */
const kept = new Map<string, Kept>();
const mostKept = 400;
const mostRowsKept = 50_000;

/**
 * The answer to a question within a scope. Identical asks in flight are computed once; the key holds
 * the data version, the filters (sources the person may see included) and the question's own choices.
 * When everybody who waits has left, the query is interrupted.
 */
export async function answer(
	scope: Scope,
	asked: Question,
	choices: Readonly<Record<string, string>> = {},
	signal?: AbortSignal
): Promise<Answer> {
	if (scope.log === null) return emptyAnswer(asked);
	signal?.throwIfAborted();
	const parameters = chosenParameters(asked, choices);
	const key = JSON.stringify([asked.id, scope.dataVersion, scope.log.filters, parameters]);
	const entry = kept.get(key) ?? compute(key, scope, asked, parameters);
	entry.waiting++;
	const leave = () => {
		entry.waiting--;
		if (entry.waiting > 0 || entry.done) return;
		kept.delete(key);
		entry.interrupt.abort();
	};
	signal?.addEventListener('abort', leave, { once: true });
	try {
		return await entry.answer;
	} finally {
		signal?.removeEventListener('abort', leave);
	}
}

function compute(key: string, scope: Scope, asked: Question, parameters: Parameters): Kept {
	const interrupt = new AbortController();
	const computed = scope.warehouse.ask(asked.id, {
		filters: scope.log?.filters,
		parameters,
		signal: interrupt.signal
	});
	const entry: Kept = { answer: computed, interrupt, waiting: 0, done: false };
	kept.set(key, entry);
	computed.then(
		({ rowCount }) => {
			entry.done = true;
			if (rowCount > mostRowsKept) kept.delete(key);
			for (const oldest of kept.keys()) {
				if (kept.size <= mostKept) break;
				kept.delete(oldest);
			}
		},
		() => kept.delete(key)
	);
	return entry;
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
