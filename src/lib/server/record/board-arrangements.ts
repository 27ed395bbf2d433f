import {
	arrangementOf,
	readArrangement,
	type ArrangedBy,
	type Arrangement
} from '#lib/board/arrangement.ts';
import type { Person } from '#lib/server/access/person.ts';
import { appendEvent, eventsOf } from './record.ts';

interface Body {
	/** Null: what holds for everybody else. */
	readonly shown: unknown;
}

export interface BoardArrangement {
	readonly shown: Arrangement;
	readonly by: ArrangedBy;
	/** The team has one of its own. */
	readonly team: boolean;
}

const team = 'team';
const subjectOf = ({ id }: Person): string => `person ${id}`;

/** The tiles of a person's board. */
export async function boardArrangement(person: Person): Promise<BoardArrangement> {
	const last = new Map<string, Arrangement | null>();
	for (const { subject, body } of await eventsOf<Body>(['board_arranged']))
		last.set(subject, readArrangement(body.shown));
	const teams = last.get(team) ?? null;
	return { ...arrangementOf(last.get(subjectOf(person)) ?? null, teams), team: teams !== null };
}

/** Keeps how a person has arranged their board; null goes back to the team's. */
export async function arrangeBoard(person: Person, shown: Arrangement | null): Promise<void> {
	await appendEvent(person, 'board_arranged', subjectOf(person), { shown });
}

/** What the person sees becomes the team's, for all who have none of their own, and the person's is that. */
export async function shareArrangement(person: Person): Promise<void> {
	const { shown } = await boardArrangement(person);
	await appendEvent(person, 'board_arranged', team, { shown });
	await appendEvent(person, 'board_arranged', subjectOf(person), { shown: null });
}
