import {
	arrangementOf,
	readArrangement,
	type ArrangedBy,
	type Arrangement
} from '#lib/board/arrangement.ts';
import { chartedMeasure, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { measureAlone, type OwnMeasure } from '#lib/measures/own-measure.ts';
import type { Person } from '#lib/server/access/person.ts';
import { ownMeasures } from './own-measures.ts';
import { appendEvent, eventsOf } from './record.ts';

interface Body {
	/** Null: what holds for everybody else. */
	readonly shown: unknown;
}

export interface BoardArrangement {
	readonly shown: Arrangement;
	/** The same measures themselves. */
	readonly measures: readonly ChartedMeasure[];
	readonly by: ArrangedBy;
	/** The team has one of its own. */
	readonly team: boolean;
	/** Own measures one can choose; those taken out of use have no tile any more. */
	readonly owns: readonly OwnMeasure[];
}

const team = 'team';
const subjectOf = ({ id }: Person): string => `person ${id}`;

/** The tiles of a person's board. */
export async function boardArrangement(person: Person): Promise<BoardArrangement> {
	const [events, kept] = await Promise.all([eventsOf<Body>(['board_arranged']), ownMeasures()]);
	const owns = kept.map(measureAlone);
	const last = new Map<string, Arrangement | null>();
	for (const { subject, body } of events) last.set(subject, readArrangement(body.shown, owns));
	const teams = last.get(team) ?? null;
	const found = arrangementOf(last.get(subjectOf(person)) ?? null, teams);
	return {
		...found,
		measures: found.shown.flatMap((key) => chartedMeasure(key, owns) ?? []),
		team: teams !== null,
		owns
	};
}

/** How many boards, of persons and of the team, have a tile of this measure. */
export async function boardsWith(key: string): Promise<number> {
	const last = new Map<string, unknown>();
	for (const { subject, body } of await eventsOf<Body>(['board_arranged']))
		last.set(subject, body.shown);
	return [...last.values()].filter((shown) => Array.isArray(shown) && shown.includes(key)).length;
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
