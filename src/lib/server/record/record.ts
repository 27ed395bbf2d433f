import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '#lib/server/access/person.ts';
import { stateFolder } from '#lib/server/state/state.ts';
import { openRecordFile, type RecordFile } from '#lib/server/warehouse/record-file.ts';
import type { Session } from '#lib/server/warehouse/port.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { chained, type Link } from './chain.ts';
import type { EventKind, RecordedEvent } from './event.ts';
import { knownLinks, writeEnd } from './record-end.ts';
import { chainEarlierEvents, hasLink, lastLink, parametersOf } from './stored-events.ts';

const migrations = 'record/migrations';

// One instance a process, also over a reloaded module (development).
const held = globalThis as {
	redressRecord?: Promise<RecordFile>;
	redressRecordEnds?: WeakMap<RecordFile, Link>;
	redressRecordLost?: WeakMap<RecordFile, readonly Link[]>;
};
// Only this process writes to the file it holds, so where its chain ends need not be asked.
const ends = (held.redressRecordEnds ??= new WeakMap());
/** Of a record in a file: what was once its end and is gone. */
const lostEnds = (held.redressRecordLost ??= new WeakMap());

function recordPath(): string {
	return join(stateFolder(), 'record.duckdb');
}

/** The human record of this process, opened at the first call. */
function record(): Promise<RecordFile> {
	if (held.redressRecord) return held.redressRecord;
	const opening = opened(recordPath());
	held.redressRecord = opening;
	// A file another process holds for a moment is tried again by the next call.
	opening.catch(() => {
		if (held.redressRecord === opening) delete held.redressRecord;
	});
	return opening;
}

/** The record to read from; null where nobody ever did anything. */
export async function readRecord(): Promise<RecordFile | null> {
	return hasRecord() ? record() : null;
}

async function opened(path: string): Promise<RecordFile> {
	const file = await openRecordFile(path, migrations);
	await file.together(chainEarlierEvents);
	const end = await file.together(lastLink);
	ends.set(file, end);
	if (path !== ':memory:') {
		const lost = await missingLinks(file, knownLinks(stateFolder()));
		lostEnds.set(file, lost);
		keepEnd(file, end);
	}
	return file;
}

/** Of links there once were those the record has no more, or says otherwise. */
async function missingLinks(file: RecordFile, known: readonly Link[]): Promise<readonly Link[]> {
	const missing: Link[] = [];
	for (const link of known) if (!(await file.together(hasLink(link)))) missing.push(link);
	return missing;
}

/** Notes where the record ends. An act that was kept is not undone because that could not be noted. */
function keepEnd(file: RecordFile, end: Link): void {
	ends.set(file, end);
	const lost = lostEnds.get(file);
	if (!lost) return;
	try {
		writeEnd(stateFolder(), end, lost);
	} catch (error) {
		process.emitWarning(`the end of the record was not noted: ${(error as Error).message}`);
	}
}

/** What was once the end of this process's record and is gone: empty where nothing was cut off. */
export async function lostLinks(): Promise<readonly Link[]> {
	const file = await readRecord();
	return (file && lostEnds.get(file)) ?? [];
}

/** True where anybody ever did anything: reading an empty record need not make its file. */
function hasRecord(): boolean {
	return held.redressRecord !== undefined || existsSync(recordPath());
}

/** Closes the record; the next call opens it again. */
export async function closeRecord(): Promise<void> {
	const open = held.redressRecord;
	delete held.redressRecord;
	await (await open)?.close();
}

/** Puts a record in memory in place of the file (tests). */
export function holdRecordInMemory(): void {
	held.redressRecord = opened(':memory:');
}

/** One act to be kept. */
export interface NewRecordedEvent {
	readonly kind: EventKind;
	readonly subject: string;
	readonly body: object;
}

/**
 * Writes one act. It is durable when this returns.
 *
 * @returns its number
 */
export async function appendEvent(
	person: Person,
	kind: EventKind,
	subject: string,
	body: object,
	happenedAt = Date.now()
): Promise<number> {
	const [number = 0] = await appendEvents(person, [{ kind, subject, body }], happenedAt);
	return number;
}

/** Writes several acts together: all of them are kept, or none. Answers with their numbers. */
export async function appendEvents(
	person: Person,
	events: readonly NewRecordedEvent[],
	happenedAt = Date.now()
): Promise<number[]> {
	const file = await record();
	const numbers: number[] = [];
	const write = async (session: Session): Promise<Link> => {
		let last = ends.get(file) ?? (await lastLink(session));
		for (const { kind, subject, body } of events) {
			const act = chained(last, {
				number: last.number + 1,
				happenedAt,
				personId: person.id.toWellFormed(),
				personName: person.name.toWellFormed(),
				assurance: person.assurance,
				kind,
				subject: subject.toWellFormed(),
				body: JSON.stringify(body, wellFormed)
			});
			await session.ask('record/append', parametersOf(act));
			numbers.push(act.number);
			last = act;
		}
		return last;
	};
	await file.together(write, (end) => keepEnd(file, end));
	return numbers;
}

/** Half a sign (a cut surrogate pair) is no text DuckDB or UTF-8 could keep. */
function wellFormed(_name: string, value: unknown): unknown {
	return typeof value === 'string' ? value.toWellFormed() : value;
}

/** Events of these kinds, in order; of one subject where it is named. */
export async function eventsOf<Body>(
	kinds: readonly EventKind[],
	subject?: string
): Promise<RecordedEvent<Body>[]> {
	if (!hasRecord()) return [];
	const wanted = JSON.stringify(kinds);
	const answer =
		subject === undefined
			? await (await record()).ask('record/of_kinds', { kinds: wanted })
			: await (await record()).ask('record/of_subject', { kinds: wanted, subject });
	return rowsOf<EventRow>(answer).map(recorded<Body>);
}

/** Events of these kinds after the one of that number, in order. */
export async function eventsAfter(
	number: number,
	kinds: readonly EventKind[]
): Promise<RecordedEvent[]> {
	if (!hasRecord()) return [];
	const file = await record();
	if ((ends.get(file)?.number ?? Infinity) <= number) return [];
	const parameters = { kinds: JSON.stringify(kinds), after: number };
	const answer = await file.ask('record/since', parameters);
	return rowsOf<EventRow>(answer).map(recorded);
}

function recorded<Body>(row: EventRow): RecordedEvent<Body> {
	return {
		number: row.number,
		happenedAt: row.happened_at,
		person: { id: row.person_id, name: row.person_name, assurance: row.assurance },
		kind: row.kind,
		subject: row.subject,
		body: JSON.parse(row.body) as Body
	};
}

interface EventRow {
	readonly number: number;
	readonly happened_at: number;
	readonly person_id: string;
	readonly person_name: string;
	readonly assurance: 'declared' | 'authenticated';
	readonly kind: EventKind;
	readonly subject: string;
	readonly body: string;
}

/** A correction that holds, as the record says it. */
export interface StandingCorrection {
	readonly source: string;
	readonly case_no: string;
	readonly field: string;
	readonly value: string | null;
	readonly number: number;
}

export async function standingCorrections(): Promise<StandingCorrection[]> {
	if (!hasRecord()) return [];
	return rowsOf<StandingCorrection>(await (await record()).ask('record/standing_corrections'));
}
