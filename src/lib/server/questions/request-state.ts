import type { Scope } from './scope.ts';

/**
 * What one request has learnt of the logs: its page and its frame share it, so that both speak of one
 * state of the data and nothing is asked twice.
 */
export interface RequestState {
	/** What is known of the logs, by what was asked for. */
	readonly known: Map<string, Promise<unknown>>;
	readonly scopes: Map<string, Promise<Scope>>;
}

// A request is told by its signal: whoever resolves a scope has it at hand.
const states = new WeakMap<AbortSignal, RequestState>();

/** The state of the request this signal belongs to; one of its own where there is none. */
export function requestState(signal: AbortSignal | undefined): RequestState {
	const found = signal && states.get(signal);
	if (found) return found;
	const made = { known: new Map(), scopes: new Map() };
	if (signal) states.set(signal, made);
	return made;
}

/** The data changed under the request: it begins anew. */
export function forgetRequestState(signal: AbortSignal): void {
	states.delete(signal);
}
