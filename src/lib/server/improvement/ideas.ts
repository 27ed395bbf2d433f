import { randomUUID } from 'node:crypto';
import type { Idea } from '#lib/improvement/ideas.ts';
import type { Person } from '#lib/server/access/person.ts';
import { appendEvent, eventsOf } from '#lib/server/record/record.ts';

interface LeftBody {
	readonly text: string;
	readonly where: string;
}
interface DeclinedBody {
	readonly why: string;
}

export type IdeaResult =
	| { readonly id: string }
	| { readonly problem: 'text_missing' | 'why_missing' | 'no_such_idea' | 'already_declined' };

/** Every idea that was ever left, the latest first. */
export async function ideas(): Promise<Idea[]> {
	const left = new Map<string, Idea>();
	for (const event of await eventsOf<LeftBody & DeclinedBody>(['idea_left', 'idea_declined'])) {
		const { kind, subject: id, body, person, happenedAt } = event;
		const known = left.get(id);
		if (kind === 'idea_left') {
			const { text, where } = body;
			left.set(id, { id, text, where, by: person.name, leftAt: happenedAt, declined: null });
		} else if (known) {
			left.set(id, { ...known, declined: { why: body.why, by: person.name, at: happenedAt } });
		}
	}
	return [...left.values()].reverse();
}

export async function ideaOf(id: string): Promise<Idea | null> {
	return (await ideas()).find((idea) => idea.id === id) ?? null;
}

// A form sent twice at once is looked for only after the first of it was kept.
let turn: Promise<unknown> = Promise.resolve();

/**
 * Leaves an idea: anybody may.
 *
 * @param leftAs id of the form that asks for it: the same form sent twice leaves one
 */
export function leaveIdea(
	person: Person,
	given: { readonly text: string; readonly where: string },
	leftAs?: string
): Promise<IdeaResult> {
	const left = turn.then(() => leave(person, given, leftAs));
	turn = left.catch(() => undefined);
	return left;
}

async function leave(
	person: Person,
	given: { readonly text: string; readonly where: string },
	leftAs: string | undefined
): Promise<IdeaResult> {
	const text = given.text.trim().slice(0, 2_000);
	if (text === '') return { problem: 'text_missing' };
	const body: LeftBody = { text, where: given.where.trim().slice(0, 200) };
	const before = leftAs === undefined ? null : await ideaOf(leftAs);
	if (before?.text === body.text && before.where === body.where) return { id: before.id };
	// One that was gone back to and filled in otherwise is another idea.
	const id = before ? randomUUID() : (leftAs ?? randomUUID());
	await appendEvent(person, 'idea_left', id, body);
	return { id };
}

/** Declines an idea, with the reason its author will read. */
export async function declineIdea(person: Person, id: string, why: string): Promise<IdeaResult> {
	const idea = await ideaOf(id);
	if (!idea) return { problem: 'no_such_idea' };
	if (idea.declined) return { problem: 'already_declined' };
	const body: DeclinedBody = { why: why.trim().slice(0, 1_000) };
	if (body.why === '') return { problem: 'why_missing' };
	await appendEvent(person, 'idea_declined', id, body);
	return { id };
}
