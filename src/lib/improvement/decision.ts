import type { Conflict, Decision, NewEvent, Refusal } from './commands.ts';
import type { ImprovementEvent } from './improvement.ts';
import type { GateFacts } from './plan-gaps.ts';

/** What a decision needs besides the improvement. */
export interface DecideContext {
	/** The day people live in, YYYY-MM-DD in the business zone. */
	readonly today: string;
	/** Number a new improvement gets. */
	readonly nextNumber?: string;
	/** What happened so far: who wrote what a conflict is with. */
	readonly history?: readonly ImprovementEvent[];
	readonly facts?: GateFacts;
}

export function made(...events: readonly NewEvent[]): Decision {
	return { events, refused: [], conflicts: [] };
}

export function refused(...refusals: readonly Refusal[]): Decision {
	return { events: [], refused: refusals, conflicts: [] };
}

export function inConflict(conflict: Conflict, ...refusals: readonly Refusal[]): Decision {
	return { events: [], refused: refusals, conflicts: [conflict] };
}

/** Who wrote last what `isIt` recognises; whoever started it where nobody did. */
export function lastWriter(
	{ history = [] }: DecideContext,
	isIt: (event: ImprovementEvent) => boolean
): string {
	return (history.findLast(isIt) ?? history[0])?.person.name ?? '';
}
