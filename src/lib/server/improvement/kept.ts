import type { EventKind, Improvement, ImprovementEvent } from '#lib/improvement/improvement.ts';
import { improvementEventKinds } from '#lib/improvement/improvement.ts';
import { afterEvent } from '#lib/improvement/replay.ts';
import { eventsAfter, readRecord } from '#lib/server/record/record.ts';

/** An improvement with the events it follows from. */
export interface KeptImprovement {
	readonly improvement: Improvement;
	readonly events: readonly ImprovementEvent[];
}

/** What was read of a record so far. Only what came after is read and replayed again. */
interface Kept {
	readonly record: unknown;
	last: number;
	readonly byId: Map<string, KeptImprovement>;
}
let kept: Kept | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** Every improvement of the record, as of its last event. */
export function keptImprovements(): Promise<ReadonlyMap<string, KeptImprovement>> {
	const read = turn.then(readOn);
	turn = read.catch(() => undefined);
	return read;
}

async function readOn(): Promise<ReadonlyMap<string, KeptImprovement>> {
	const present = await readRecord();
	if (!present) return new Map();
	// A record closed and opened again, or another one (tests), is read from its beginning.
	if (kept?.record !== present) kept = { record: present, last: 0, byId: new Map() };
	for (const event of await eventsAfter(kept.last, improvementEventKinds)) {
		const { number, happenedAt, person, subject: id, body } = event;
		const kind = event.kind as EventKind;
		const read = { number, happenedAt, person, kind, body } as ImprovementEvent;
		const before = kept.byId.get(id);
		kept.byId.set(id, {
			improvement: afterEvent(id, before?.improvement ?? null, read),
			events: [...(before?.events ?? []), read]
		});
		kept.last = number;
	}
	return kept.byId;
}
