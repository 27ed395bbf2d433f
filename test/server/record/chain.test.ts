import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { annotate } from '#lib/server/record/annotations.ts';
import { eventHash } from '#lib/server/record/chain.ts';
import { enterPerson } from '#lib/server/record/people.ts';
import { appendEvents, closeRecord, lostLinks } from '#lib/server/record/record.ts';
import { knownLinks } from '#lib/server/record/record-end.ts';
import {
	eventOfLine,
	followChain,
	trailLine,
	wholeRecord,
	type ChainFound
} from '#lib/server/record/trail.ts';
import type { DuckDbSession } from '#lib/server/warehouse/connection.ts';
import { openRecordFile } from '#lib/server/warehouse/record-file.ts';
import { beginState, endState } from '../../fixtures/state-folder.ts';

const li = { id: 'declared:李敏', name: '李敏', assurance: 'declared' } as const;
let folder: string;

beforeEach(() => {
	folder = beginState();
});
afterEach(endState);

/** Six acts of two kinds, with texts that could be misread. */
async function sixActs(): Promise<void> {
	for (const name of ['阿强', 'O\'Neil "Al"', 'line\nbreak', '\ud800 half a sign'])
		await enterPerson(li, { name, role: '', department: '' });
	const day = { kind: 'other', label: '双11', day: '2025-11-01', lastDay: '', selection: '' };
	await annotate(li, day);
	await annotate({ ...li, name: '\ud800' }, day);
}

/** Somebody with the file in their hands, past the product. */
async function tamper(...statements: readonly string[]): Promise<void> {
	await closeRecord();
	const file = await openRecordFile(join(folder, 'record.duckdb'), 'record/migrations');
	await file.together(async (session) => {
		for (const statement of statements) await (session as DuckDbSession).connection.run(statement);
	});
	await file.close();
}

const found = (): Promise<ChainFound> => followChain(wholeRecord());

test('a hash is of the hash before and everything stored, by a value worked out elsewhere', () => {
	const event = {
		number: 1,
		happenedAt: 0,
		personId: 'p',
		personName: '王敏',
		assurance: 'declared',
		kind: 'person_left',
		subject: 's',
		body: '{}'
	};
	// printf '["",1,0,"p","王敏","declared","person_left","s","{}"]' | sha256sum
	expect(eventHash('', event)).toBe(
		'972cd8e3599d3155ab1e6bcfa580537b1ee044186bf8c886b7878ac86afdc05c'
	);
	expect(eventHash('', { ...event, subject: 's2' })).not.toBe(eventHash('', event));
});

test('what people did hangs together from the first act to the last, over a restart too', async () => {
	await sixActs();
	const { events, broken, lastHash } = await found();
	expect([events, broken]).toEqual([6, null]);
	await closeRecord();
	expect(await found()).toEqual({ events: 6, broken: null, lastHash, lost: [] });
});

test.each([
	[
		'a changed text',
		"update event set body = replace(body, '阿强', '阿弱') where number = 1",
		1,
		'changed'
	],
	['a changed name', "update event set person_name = '王强' where number = 3", 3, 'changed'],
	[
		'a changed time',
		'update event set happened_at = happened_at - interval 1 day where number = 6',
		6,
		'changed'
	],
	[
		'a blank more in the body',
		"update event set body = (body::varchar || ' ')::json where number = 2",
		2,
		'changed'
	],
	['an act taken out', 'delete from event where number = 4', 5, 'not_after_the_one_before'],
	['the first act taken out', 'delete from event where number = 1', 2, 'not_after_the_one_before'],
	['a hash wiped', 'update event set hash = null where number = 2', 2, 'no_hash']
])('%s is found where it is', async (_what, statement, number, problem) => {
	await sixActs();
	await tamper(statement);
	expect((await found()).broken).toEqual({ number, problem });
});

test('an act put in, with a hash of its own that fits, breaks what follows it', async () => {
	await sixActs();
	const acts = await Array.fromAsync(wholeRecord());
	const third = acts[2]!;
	const forged = { ...third, personName: '别人' };
	const hash = eventHash(third.previousHash ?? '', forged);
	await tamper(`update event set person_name = '别人', hash = '${hash}' where number = 3`);
	expect((await found()).broken).toEqual({ number: 4, problem: 'not_after_the_one_before' });
});

test('a record of before the chain is chained when it is opened, once', async () => {
	await sixActs();
	const { lastHash } = await found();
	await tamper('update event set hash = null, previous_hash = null');
	expect(await found()).toEqual({ events: 6, broken: null, lastHash, lost: [] });
});

test('several acts are kept together or not at all', async () => {
	await sixActs();
	const circle: { self?: unknown } = {};
	circle.self = circle;
	const act = { kind: 'person_left', subject: 'x' } as const;
	await expect(
		appendEvents(li, [
			{ ...act, body: {} },
			{ ...act, body: circle }
		])
	).rejects.toThrow('circular');
	expect((await found()).events).toBe(6);
	expect(
		await appendEvents(li, [
			{ ...act, body: {} },
			{ ...act, body: {} }
		])
	).toEqual([7, 8]);
	expect((await found()).broken).toBeNull();
});

test('an export says every event to the letter and is checked without the record', async () => {
	await sixActs();
	const events = await Array.fromAsync(wholeRecord());
	const lines = events.map(trailLine);
	expect(lines.map(eventOfLine)).toEqual(events);
	const check = (chosen: readonly string[]) =>
		followChain(chosen.map((line) => eventOfLine(line)!));
	expect((await check(lines)).broken).toBeNull();
	expect((await check(lines.with(2, lines[2]!.replace('break', 'brake')))).broken).toEqual({
		number: 3,
		problem: 'changed'
	});
	expect((await check(lines.toSpliced(2, 1))).broken).toEqual({
		number: 4,
		problem: 'not_after_the_one_before'
	});
	expect(eventOfLine('{"number":1}')).toBeNull();
	expect(eventOfLine('no json')).toBeNull();
});

test('an end that was cut off is told by what was noted beside the record, also after more was done', async () => {
	await sixActs();
	const known = knownLinks(folder);
	expect(known).toEqual([{ number: 6, hash: (await found()).lastHash }]);
	expect((await followChain(wholeRecord(), known)).lost).toEqual([]);

	await tamper('delete from event where number = 6');
	// By itself the chain holds.
	expect(await found()).toMatchObject({ events: 5, broken: null });
	expect(await lostLinks()).toEqual(known);
	await enterPerson(li, { name: '新人', role: '', department: '' });
	await closeRecord();
	// Another event took its number; the one that was written is still missed.
	expect(knownLinks(folder)[0]).toEqual(known[0]);
	expect(await followChain(wholeRecord(), knownLinks(folder))).toMatchObject({
		events: 6,
		broken: null,
		lost: known
	});
});

test('a record written before its end was noted is taken as it is; one that went on is no loss', async () => {
	await sixActs();
	await closeRecord();
	const noted = readFileSync(join(folder, 'record.end.json'), 'utf8');
	rmSync(join(folder, 'record.end.json'));
	expect(await lostLinks()).toEqual([]);
	await enterPerson(li, { name: '新人', role: '', department: '' });
	await closeRecord();
	// The process was killed between the act and the note of it.
	writeFileSync(join(folder, 'record.end.json'), noted);
	expect(await lostLinks()).toEqual([]);
	expect(knownLinks(folder)).toMatchObject([{ number: 7 }]);
});
