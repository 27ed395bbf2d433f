import { createHash } from 'node:crypto';
import type { Parameters, Session } from '#lib/server/warehouse/port.ts';
import { rowOf, rowsOf } from '#lib/server/warehouse/rows.ts';

/** An event as it is stored; `body` is its JSON text to the letter. */
export interface StoredEvent {
	readonly number: number;
	/** Milliseconds UTC. */
	readonly happenedAt: number;
	readonly personId: string;
	readonly personName: string;
	readonly assurance: string;
	readonly kind: string;
	readonly subject: string;
	readonly body: string;
}

/** A stored event with its place in the chain. */
export interface ChainedEvent extends StoredEvent {
	/** Hash of the event before; empty for the first. */
	readonly previousHash: string | null;
	readonly hash: string | null;
}

/** What the next event is chained to. */
export interface Link {
	readonly number: number;
	readonly hash: string | null;
}

/**
 * The hash of an event: SHA-256 in hex over the JSON array of the hash before and everything stored of
 * the event. An array, so that no two events write the same text.
 */
export function eventHash(previousHash: string, event: StoredEvent): string {
	const { number, happenedAt, personId, personName, assurance, kind, subject, body } = event;
	const said = [
		previousHash,
		number,
		happenedAt,
		personId,
		personName,
		assurance,
		kind,
		subject,
		body
	];
	return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

export function chained(last: Link, event: StoredEvent): ChainedEvent {
	const previousHash = last.hash ?? '';
	return { ...event, previousHash, hash: eventHash(previousHash, event) };
}

/** The first place where a chain does not hold, and why. */
export interface Break {
	readonly number: number;
	readonly problem:
		/** It says something else than when it was written. */
		| 'changed'
		/** What stood before it is missing, was put in or changed places. */
		| 'not_after_the_one_before'
		| 'no_hash';
}

/** Looks at events in order, one after the other; answers with the first break, or null. */
export function chainChecker(): (event: ChainedEvent) => Break | null {
	let last: Link = { number: 0, hash: '' };
	return (event) => {
		const { number, hash, previousHash } = event;
		const before = last.hash;
		last = event;
		if (hash === null || previousHash === null) return { number, problem: 'no_hash' };
		if (hash !== eventHash(previousHash, event)) return { number, problem: 'changed' };
		return previousHash === before ? null : { number, problem: 'not_after_the_one_before' };
	};
}

export async function lastLink(session: Session): Promise<Link> {
	const [last] = rowsOf<Link>(await session.ask('record/last_link'));
	return last ?? { number: 0, hash: '' };
}

const pieceLength = 2_000;

interface LinkRow {
	readonly number: number;
	readonly happened_at: number;
	readonly person_id: string;
	readonly person_name: string;
	readonly assurance: string;
	readonly kind: string;
	readonly subject: string;
	readonly body: string;
	readonly previous_hash: string | null;
	readonly hash: string | null;
}

/** The whole record in order, piece by piece. */
export async function* storedEvents(session: Pick<Session, 'ask'>): AsyncGenerator<ChainedEvent> {
	for (let after = 0; ;) {
		const answer = await session.ask('record/links', { after, most: pieceLength });
		for (const row of rowsOf<LinkRow>(answer)) {
			yield {
				number: row.number,
				happenedAt: row.happened_at,
				personId: row.person_id,
				personName: row.person_name,
				assurance: row.assurance,
				kind: row.kind,
				subject: row.subject,
				body: row.body,
				previousHash: row.previous_hash,
				hash: row.hash
			};
			after = row.number;
		}
		if (answer.rowCount < pieceLength) return;
	}
}

export function parametersOf(event: ChainedEvent): Parameters {
	return {
		number: event.number,
		happened_at: event.happenedAt,
		person_id: event.personId,
		person_name: event.personName,
		assurance: event.assurance,
		kind: event.kind,
		subject: event.subject,
		body: event.body,
		previous_hash: event.previousHash,
		hash: event.hash
	};
}

/**
 * Chains what was written before there was a chain. Only where no event has a hash: one that lost its
 * hash later is a break, not a gap to fill.
 */
export async function chainEarlierEvents(session: Session): Promise<void> {
	const { chained: begun } = rowOf<{ chained: number }>(await session.ask('record/chain_begun'));
	if (begun > 0) return;
	let last: Link = { number: 0, hash: '' };
	for await (const event of storedEvents(session)) {
		const link = chained(last, event);
		const { number, previousHash, hash } = link;
		await session.run('record/set_link', { number, previous_hash: previousHash, hash });
		last = link;
	}
}
