/**
 * npm run trail -- [--export FILE] [--check FILE]
 * Checks the chain of hashes that holds the human record together, of the state folder or of an export.
 * Exit: 0 it holds, 1 it is broken or could not be read, 2 wrong use.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { trailOfServer } from '#lib/server/import/socket.ts';
import type { Break, ChainedEvent } from '#lib/server/record/chain.ts';
import { closeRecord } from '#lib/server/record/record.ts';
import {
	chainFollower,
	eventOfLine,
	followChain,
	trailLine,
	wholeRecord,
	type ChainFound
} from '#lib/server/record/trail.ts';
import { knownLinks } from '#lib/server/record/record-end.ts';
import { isHeldElsewhere, stateFolder } from '#lib/server/state/state.ts';

const usage = `npm run trail -- [--export FILE] [--check FILE]
  checks the chain of hashes of everything people did, in the state folder (REDRESS_DATA, data/local),
  also while a server runs on it
  --export FILE  also write every event with its hashes, one JSON line each
  --check FILE   check an export instead
  exit code: 0 the chain holds, 1 it is broken or cannot be read, 2 wrong use`;

const problems: Readonly<Record<Break['problem'], string>> = {
	changed: 'it says something else than when it was written',
	not_after_the_one_before: 'what stood before it is missing, was added or changed places',
	no_hash: 'it has no hash'
};

process.exitCode = await main();

async function main(): Promise<number> {
	let options;
	try {
		options = parseArgs({
			options: {
				export: { type: 'string' },
				check: { type: 'string' },
				help: { type: 'boolean', default: false }
			}
		}).values;
		if (options.export !== undefined && options.check !== undefined)
			throw new Error('--export and --check do not go together');
	} catch (error) {
		console.error(`${(error as Error).message}\n${usage}`);
		return 2;
	}
	if (options.help) {
		console.log(usage);
		return 0;
	}
	try {
		return say(await found(options));
	} catch (error) {
		console.error(
			isHeldElsewhere(error)
				? 'another process holds the state folder and does not answer: stop it, or wait'
				: (error as Error).message
		);
		return 1;
	}
}

async function found(options: {
	readonly export?: string | undefined;
	readonly check?: string | undefined;
}): Promise<ChainFound> {
	if (options.check !== undefined) return followChain(eventsOfFile(options.check));
	// Noted before the events are read: what a server writes meanwhile is no loss.
	const known = knownLinks(stateFolder());
	const events = (await trailOfServer()) ?? wholeRecord();
	try {
		if (options.export === undefined) return await followChain(events, known);
		const follower = chainFollower(known);
		const lines = async function* () {
			for await (const event of events) {
				follower.see(event);
				yield trailLine(event);
			}
		};
		await pipeline(lines, createWriteStream(options.export, { mode: 0o600 }));
		return follower.found();
	} finally {
		await closeRecord();
	}
}

async function* eventsOfFile(path: string): AsyncGenerator<ChainedEvent> {
	let number = 0;
	for await (const text of createInterface({
		input: createReadStream(path),
		crlfDelay: Infinity
	})) {
		number++;
		if (text.trim() === '') continue;
		const event = eventOfLine(text);
		if (!event) throw new Error(`${path}: line ${number} is no event of a trail`);
		yield event;
	}
}

function say({ events, lastHash, broken, lost }: ChainFound): number {
	if (broken) {
		console.log(
			`${events} events, chain broken at event ${broken.number}: ${problems[broken.problem]}`
		);
		return 1;
	}
	console.log(`${events} events, chain holds${lost.length > 0 ? ', but its end was cut off' : ''}`);
	for (const { number, hash } of lost)
		console.log(`event ${number} was written and is gone or another one: hash ${hash ?? ''}`);
	if (lost.length > 0)
		console.log('an older copy put back by you: remove record.end.json in the state folder');
	// A chain cannot tell that its end was cut off; a hash kept elsewhere can.
	if (events > 0) console.log(`last hash ${lastHash}`);
	return lost.length > 0 ? 1 : 0;
}
