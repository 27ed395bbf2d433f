import { randomUUID } from 'node:crypto';
import type { Question } from '#lib/import/inspection.ts';
import type { Person } from '#lib/server/access/person.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { Problem } from './problem.ts';
import { importFile, type ImportRequest, type Stage } from './run.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** One import under way or done, as a page polls it. */
export interface Job {
	readonly id: string;
	readonly file: string;
	readonly state: JobState;
	readonly stage: Stage;
	readonly done: number;
	readonly of: number;
	readonly entry: LedgerEntry | null;
	readonly problem: Problem | null;
	readonly questions: readonly Question[];
}

interface Held {
	job: Job;
	readonly cancel: AbortController;
	readonly finished: Promise<void>;
}

/** Jobs are kept until this many newer ones have come. */
const kept = 200;

// A reloaded module (development) must find the jobs under way.
const shared = globalThis as {
	redressJobs?: { held: Map<string, Held>; turn: Promise<unknown> };
};
const state = (shared.redressJobs ??= { held: new Map(), turn: Promise.resolve() });

/**
 * Starts an import and answers at once with the job's id. Jobs run one after the other in the order
 * they came; `afterwards` is called when this one is over, whatever became of it (delete an upload there).
 */
export function startLoad(
	request: ImportRequest,
	person: Person,
	afterwards: () => Promise<void> = async () => undefined
): string {
	const id = randomUUID();
	const cancel = new AbortController();
	const job: Job = {
		id,
		file: request.name,
		state: 'waiting',
		stage: 'read',
		done: 0,
		of: 1,
		entry: null,
		problem: null,
		questions: []
	};
	const finished = state.turn.then(async () => {
		try {
			if (!cancel.signal.aborted) await runJob(id, request, person, cancel.signal);
		} finally {
			await afterwards();
		}
	});
	state.turn = finished.catch(() => undefined);
	state.held.set(id, { job, cancel, finished });
	forgetOldest();
	return id;
}

function forgetOldest(): void {
	for (const [
		id,
		{
			job: { state: now }
		}
	] of [...state.held].slice(0, -kept))
		if (now !== 'waiting' && now !== 'running') state.held.delete(id);
}

export function job(id: string): Job | null {
	return state.held.get(id)?.job ?? null;
}

/** The latest first. */
export function jobs(): Job[] {
	return [...state.held.values()].map((held) => held.job).reverse();
}

/** Stops a job that has not ended; the cases stay as they were. */
export function cancelJob(id: string): Job | null {
	const held = state.held.get(id);
	if (!held) return null;
	if (held.job.state === 'waiting' || held.job.state === 'running') {
		held.cancel.abort(new Error('cancelled'));
		if (held.job.state === 'waiting') change(id, { state: 'cancelled' });
	}
	return held.job;
}

/** Resolves when a job is over; for tests and the demo. */
export async function whenOver(id: string): Promise<Job | null> {
	await state.held.get(id)?.finished.catch(() => undefined);
	return job(id);
}

async function runJob(
	id: string,
	request: ImportRequest,
	person: Person,
	signal: AbortSignal
): Promise<void> {
	change(id, { state: 'running' });
	try {
		const result = await importFile(await warehouse(), request, person, {
			signal,
			onProgress: (progress) => change(id, progress)
		});
		if ('problem' in result)
			change(id, {
				state: 'failed',
				problem: result.problem,
				questions: result.questions ?? []
			});
		else change(id, { state: 'done', entry: result.entry });
	} catch (error) {
		if (signal.aborted) change(id, { state: 'cancelled' });
		else {
			change(id, { state: 'failed', problem: { code: 'unexpected', facts: {} } });
			throw error;
		}
	}
}

function change(id: string, part: Partial<Job>): void {
	const held = state.held.get(id);
	if (held) held.job = { ...held.job, ...part };
}
