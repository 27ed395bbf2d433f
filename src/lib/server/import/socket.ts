import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { mappingSchema } from '#lib/import/mapping.ts';
import type { Person } from '#lib/server/access/person.ts';
import type { ChainedEvent } from '#lib/server/record/chain.ts';
import { wholeRecord } from '#lib/server/record/trail.ts';
import { stateFolder, warehouse } from '#lib/server/state/state.ts';
import {
	importFile,
	type Imported,
	type ImportOptions,
	type ImportRequest,
	type NotImported
} from './run.ts';

/**
 * One process holds the store. When a server does, the command hands its files over a socket only the
 * owner of the state folder can open: one JSON line asks, lines of progress and one result come back.
 */
const jobSchema = z.strictObject({
	request: z.strictObject({
		path: z.string(),
		name: z.string(),
		mapping: mappingSchema.optional(),
		source: z.string().optional(),
		zone: z.string().optional(),
		sheet: z.string().optional(),
		dateOrder: z.enum(['day-first', 'month-first']).optional(),
		asOf: z.number().optional(),
		kind: z.enum(['cases', 'orders']).optional()
	}),
	person: z.strictObject({
		id: z.string(),
		name: z.string(),
		assurance: z.literal('declared')
	}),
	dryRun: z.boolean()
});

/** The command that checks the trail asks for every event of the record instead. */
const askedSchema = z.union([jobSchema, z.strictObject({ trail: z.literal(true) })]);

type Line =
	| { readonly progress: Parameters<NonNullable<ImportOptions['onProgress']>>[0] }
	| { readonly result: Imported | NotImported }
	| { readonly event: ChainedEvent }
	| { readonly trailEnds: true }
	| { readonly failed: true };

/** A socket's path may have 107 bytes; a longer state folder gets one beside the others, by its hash. */
function socketPath(folder: string): string {
	const path = join(folder, 'jobs.sock');
	if (Buffer.byteLength(path) <= 100) return path;
	const hash = createHash('sha256').update(folder).digest('hex').slice(0, 24);
	return join(tmpdir(), `redress-${hash}.sock`);
}

/** Takes jobs of the command while this process holds the store. Called once at server start. */
export async function listenForJobs(): Promise<{ close(): Promise<void> }> {
	await warehouse();
	const path = socketPath(stateFolder());
	// The store is ours, so a socket that lies there belongs to a process that is gone.
	rmSync(path, { force: true });
	const server = createServer((socket) => void answer(socket));
	const mask = process.umask(0o177);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(path, resolve);
	}).finally(() => process.umask(mask));
	chmodSync(path, 0o600);
	server.unref();
	return {
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				rmSync(path, { force: true });
			})
	};
}

async function answer(socket: Socket): Promise<void> {
	const gone = new AbortController();
	const send = (line: Line) => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`));
	socket.on('error', () => gone.abort(new Error('the command left')));
	socket.on('close', () => gone.abort(new Error('the command left')));
	try {
		const asked = askedSchema.parse(JSON.parse(await firstLine(socket)));
		if ('trail' in asked) {
			for await (const event of wholeRecord()) {
				send({ event });
				if (socket.writableNeedDrain) await once(socket, 'drain', { signal: gone.signal });
			}
			return send({ trailEnds: true });
		}
		const { request, person, dryRun } = asked;
		const result = await importFile(await warehouse(), request as ImportRequest, person, {
			signal: gone.signal,
			dryRun,
			onProgress: (progress) => send({ progress })
		});
		send({ result });
	} catch {
		send({ failed: true });
	} finally {
		socket.end();
	}
}

/**
 * Hands one file to the server that holds the state folder. Null when no server listens there; rejects
 * when it stopped answering (the load then did not happen, or its entry stands in the ledger).
 */
export async function handOver(
	request: ImportRequest,
	person: Person,
	options: Pick<ImportOptions, 'dryRun' | 'onProgress'>
): Promise<Imported | NotImported | null> {
	const socket = await connected(socketPath(stateFolder()));
	if (!socket) return null;
	socket.write(`${JSON.stringify({ request, person, dryRun: options.dryRun === true })}\n`);
	try {
		for await (const text of createInterface({ input: socket })) {
			const line = JSON.parse(text) as Line;
			if ('progress' in line) options.onProgress?.(line.progress);
			else if ('result' in line) return line.result;
			else break;
		}
	} finally {
		socket.destroy();
	}
	throw new Error('the server that holds the state stopped answering');
}

/** Every event of the record of the server that holds the state folder; null when none listens. */
export async function trailOfServer(): Promise<AsyncIterable<ChainedEvent> | null> {
	const socket = await connected(socketPath(stateFolder()));
	if (!socket) return null;
	socket.write(`${JSON.stringify({ trail: true })}\n`);
	return eventsFrom(socket);
}

async function* eventsFrom(socket: Socket): AsyncGenerator<ChainedEvent> {
	try {
		for await (const text of createInterface({ input: socket })) {
			const line = JSON.parse(text) as Line;
			if ('event' in line) yield line.event;
			else if ('trailEnds' in line) return;
			else break;
		}
	} finally {
		socket.destroy();
	}
	throw new Error('the server that holds the state stopped answering');
}

function connected(path: string): Promise<Socket | null> {
	return new Promise((resolve) => {
		const socket = createConnection(path);
		socket.once('connect', () => resolve(socket));
		socket.once('error', () => resolve(null));
	});
}

async function firstLine(socket: Socket): Promise<string> {
	let text = '';
	for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
		text += String(chunk);
		const end = text.indexOf('\n');
		if (end >= 0) return text.slice(0, end);
		if (text.length > 16_000_000) break;
	}
	throw new Error('no job was asked for');
}
