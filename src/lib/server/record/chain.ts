import { createHash } from 'node:crypto';

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
