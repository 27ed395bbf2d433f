import { randomUUID } from 'node:crypto';
import type { Command, Conflict, Refusal } from '#lib/improvement/commands.ts';
import { decide } from '#lib/improvement/decide.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import type { GateFacts } from '#lib/improvement/plan-gaps.ts';
import { sameValue } from '#lib/improvement/same-value.ts';
import type { Person } from '#lib/server/access/person.ts';
import { appendEvents } from '#lib/server/record/record.ts';
import { keptImprovements, type KeptImprovement } from './kept.ts';
import { peoplesDay } from './peoples-day.ts';

/** Every improvement, the latest first. */
export async function allImprovements(): Promise<readonly Improvement[]> {
	const all = [...(await keptImprovements()).values()].map(({ improvement }) => improvement);
	return all.sort((one, other) => other.startedAt - one.startedAt);
}

/** One improvement by its id or its number, with everything that happened to it. */
export async function improvementOf(idOrNumber: string): Promise<KeptImprovement | null> {
	const all = await keptImprovements();
	const named = all.get(idOrNumber);
	if (named) return named;
	return [...all.values()].find(({ improvement }) => improvement.number === idOrNumber) ?? null;
}

export interface Submitted {
	/** Empty where nothing has that id. */
	readonly id: string;
	readonly number: string;
	readonly refused: readonly Refusal[];
	readonly conflicts: readonly Conflict[];
}

// Nothing is decided on a state that another command is changing.
let turn: Promise<unknown> = Promise.resolve();

/**
 * Does what a person asks for, as far as it may be done: decided on the present state, kept in one
 * transaction, durable when this returns.
 *
 * @param id of the improvement (or its number); null starts one
 * @param facts what the gates need of the data, where the caller knows it
 * @param startedAs id of a new one, of the form that asks for it: the same form sent twice starts one
 */
export function submit(
	person: Person,
	id: string | null,
	command: Command,
	facts?: GateFacts,
	startedAs?: string
): Promise<Submitted> {
	const done = turn.then(() => act(person, id, command, facts, startedAs));
	turn = done.catch(() => undefined);
	return done;
}

async function act(
	person: Person,
	given: string | null,
	command: Command,
	facts: GateFacts | undefined,
	startedAs: string | undefined
): Promise<Submitted> {
	const before = startedAs === undefined ? null : await improvementOf(startedAs);
	const found = given === null ? asStarted(before, command) : await improvementOf(given);
	const fresh = before ? randomUUID() : (startedAs ?? randomUUID());
	const id = found?.improvement.id ?? given ?? fresh;
	const today = peoplesDay();
	const number = found?.improvement.number ?? (given === null ? await nextNumber(today) : '');
	const { events, refused, conflicts } =
		given !== null && !found
			? { events: [], refused: ['no_such_improvement'] as const, conflicts: [] }
			: decide(found?.improvement ?? null, command, person, {
					today,
					nextNumber: number,
					history: found?.events ?? [],
					...(facts && { facts })
				});
	if (events.length > 0)
		await appendEvents(
			person,
			events.map(({ kind, body }) => ({ kind, subject: id, body }))
		);
	return { id, number, refused, conflicts };
}

/** What the same form started; one that was gone back to and filled in otherwise starts another. */
function asStarted(before: KeptImprovement | null, command: Command): KeptImprovement | null {
	const first = before?.events[0];
	const isSame =
		command.do === 'start' &&
		first?.kind === 'improvement_started' &&
		sameValue(first.body.plan, command.plan);
	return isSame ? before : null;
}

/** Year and month in which it starts, and which of that month it is: `2511-01`. */
async function nextNumber(today: string): Promise<string> {
	const month = today.slice(2, 4) + today.slice(5, 7);
	const used = [...(await keptImprovements()).values()]
		.map(({ improvement }) => improvement.number.split('-'))
		.filter(([started]) => started === month)
		.map(([, place]) => Number(place));
	return `${month}-${String(Math.max(0, ...used) + 1).padStart(2, '0')}`;
}
