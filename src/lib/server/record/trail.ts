import { z } from 'zod';
import { chainChecker, type Break, type ChainedEvent, type Link } from './chain.ts';
import { readRecord } from './record.ts';
import { storedEvents, storedEventsOf } from './stored-events.ts';

/** Every event of this process's record with its hashes, in order. */
export async function* wholeRecord(): AsyncGenerator<ChainedEvent> {
	const record = await readRecord();
	if (record) yield* storedEvents(record);
}

/** What was done about one subject. Its hashes are of the whole record's chain. */
export async function trailOf(subject: string): Promise<ChainedEvent[]> {
	const record = await readRecord();
	return record ? storedEventsOf(record, subject) : [];
}

const hash = z.string().nullable();
const lineSchema = z.strictObject({
	number: z.number(),
	happenedAt: z.iso.datetime(),
	personId: z.string(),
	personName: z.string(),
	assurance: z.string(),
	kind: z.string(),
	subject: z.string(),
	body: z.string(),
	previousHash: hash,
	hash
});

/** One event as a line of JSON. `body` stays the text it was hashed as. */
export function trailLine({ happenedAt, ...event }: ChainedEvent): string {
	const line = { ...event, happenedAt: new Date(happenedAt).toISOString() };
	return `${JSON.stringify(line satisfies z.infer<typeof lineSchema>)}\n`;
}

/** The event of a line, or null where it is none. */
export function eventOfLine(text: string): ChainedEvent | null {
	try {
		const line = lineSchema.parse(JSON.parse(text));
		return { ...line, happenedAt: Date.parse(line.happenedAt) };
	} catch {
		return null;
	}
}

export interface ChainFound {
	readonly events: number;
	readonly lastHash: string;
	readonly broken: Break | null;
	/** Of the links it must have those it has not: its end was cut off. */
	readonly lost: readonly Link[];
}

/**
 * Follows a chain event by event to its first break or its end.
 *
 * @param known links it must have, as they were noted elsewhere
 */
export function chainFollower(known: readonly Link[] = []): {
	see(event: ChainedEvent): void;
	found(): ChainFound;
} {
	const check = chainChecker();
	const lost = known.filter(({ number }) => number > 0);
	let found: ChainFound = { events: 0, lastHash: '', broken: null, lost };
	return {
		see(event) {
			found = {
				lost: found.lost.filter(
					({ number, hash }) => number !== event.number || hash !== event.hash
				),
				events: found.events + 1,
				lastHash: event.hash ?? '',
				broken: found.broken ?? check(event)
			};
		},
		found: () => found
	};
}

/** Follows a whole chain. */
export async function followChain(
	events: AsyncIterable<ChainedEvent> | Iterable<ChainedEvent>,
	known: readonly Link[] = []
): Promise<ChainFound> {
	const follower = chainFollower(known);
	for await (const event of events) follower.see(event);
	return follower.found();
}
