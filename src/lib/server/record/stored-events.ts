import type { Parameters, Session } from '#lib/server/warehouse/port.ts';
import { rowOf, rowsOf } from '#lib/server/warehouse/rows.ts';
import { chained, type ChainedEvent, type Link } from './chain.ts';

/** Where the chain of a record ends now. */
export async function lastLink(session: Session): Promise<Link> {
	const [last] = rowsOf<Link>(await session.ask('record/last_link'));
	return last ?? { number: 0, hash: '' };
}

/** Whether a record has this link, to the letter. */
export function hasLink({ number, hash }: Link): (session: Session) => Promise<boolean> {
	return async (session) => {
		// Nobody had done anything yet.
		if (number === 0) return true;
		const answer = await session.ask('record/links', { after: number - 1, most: 1 });
		const [row] = rowsOf<LinkRow>(answer);
		return row?.number === number && row.hash === hash;
	};
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
			yield storedEvent(row);
			after = row.number;
		}
		if (answer.rowCount < pieceLength) return;
	}
}

/** What was done about one subject, in order. */
export async function storedEventsOf(
	session: Pick<Session, 'ask'>,
	subject: string
): Promise<ChainedEvent[]> {
	return rowsOf<LinkRow>(await session.ask('record/links_of_subject', { subject })).map(
		storedEvent
	);
}

function storedEvent(row: LinkRow): ChainedEvent {
	return {
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
