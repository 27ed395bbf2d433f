import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { warehouse } from '#lib/server/state/state.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowOf, rowsOf } from '#lib/server/warehouse/rows.ts';
import { conversation, type Ask } from './conversation.ts';
import { readingModel } from './last-reading.ts';
import type { Narrative, ReadingStage } from './read-narratives.ts';
import type { ReadingFacts } from './worker-messages.ts';

/** How far a reading has come, as the page polls it. */
export interface ReadingProgress {
	readonly stage: ReadingStage;
	readonly done: number;
	readonly of: number;
}

/** Narratives one reading takes: what 2 GB hold. Beyond it the latest are read, and the page says so. */
const mostNarratives = 300_000;
const root = process.env.REDRESS_HOME ?? process.cwd();
/** Run from its source: neither the build nor Vitest makes a file of a worker's. */
const workerFile = pathToFileURL(join(root, 'src/lib/server/themes/theme-worker.ts'));

// A reloaded module (development) must find the reading under way.
const shared = globalThis as {
	redressReading?: {
		under: { progress: ReadingProgress; readonly over: Promise<void> } | null;
		/** State of the data at which the last reading failed; it is not tried again by itself. */
		failed: number | null;
	};
};
const state = (shared.redressReading ??= { under: null, failed: null });

export function readingProgress(): ReadingProgress | null {
	return state.under?.progress ?? null;
}

/** True where a reading of this state of the data went wrong. */
export function readingFailed(dataVersion: number): boolean {
	return state.failed === dataVersion;
}

/** Resolves when the reading under way is over; for tests. */
export async function whenRead(): Promise<void> {
	await state.under?.over;
}

/**
 * Reads every narrative of these sources in a worker thread, unless a reading is under way: words, themes,
 * near-duplicates and proposals of categories. The cases change in one step at the end, and with them the
 * version of the data.
 *
 * @param onFailure hears why it could not be done
 */
export function startReading(
	sources: readonly string[],
	dataVersion: number,
	onFailure: (error: unknown) => void = () => undefined
): void {
	if (state.under) return;
	state.failed = null;
	const over = read(sources)
		.catch((error: unknown) => {
			state.failed = dataVersion;
			onFailure(error);
		})
		.finally(() => {
			state.under = null;
		});
	state.under = { progress: { stage: 'words', done: 0, of: 1 }, over };
}

function progress(stage: ReadingStage, done: number, of: number): void {
	if (state.under) state.under.progress = { stage, done, of };
}

async function read(sources: readonly string[]): Promise<void> {
	const store = await warehouse();
	const started = Date.now();
	const chosen = JSON.stringify(sources);
	const { narratives } = rowOf<{ narratives: number }>(
		await store.ask('themes/unread', { parameters: { sources: chosen } })
	);
	const { reading } = rowOf<{ reading: number }>(await store.ask('themes/next_reading'));
	const path = join(store.temporaryFolder, `reading-${randomUUID()}.json`);
	const worker = new Worker(workerFile, { name: 'narratives' });
	// A server told to stop does not wait for it.
	worker.unref();
	try {
		const ask = conversation(worker, progress);
		const taken = await give(store, chosen, Math.min(narratives, mostNarratives), ask);
		const facts = await ask<ReadingFacts>({ path, reading }, (said) => 'labels' in said);
		await keep(store, path, {
			...facts,
			reading,
			sources,
			narratives: taken,
			leftOut: narratives - taken,
			seconds: () => (Date.now() - started) / 1000
		});
	} finally {
		await worker.terminate();
		rmSync(path, { force: true });
	}
}

interface NarrativeRow {
	readonly source: string;
	readonly case_no: string;
	readonly narrative: string;
	readonly category: string | null;
	readonly kind: string | null;
	readonly [name: string]: string | null;
}

/** Hands the narratives over piece by piece: while one is read the next is fetched. */
async function give(
	store: DuckDbWarehouse,
	sources: string,
	of: number,
	ask: Ask
): Promise<number> {
	let taken = 0;
	let before: Promise<unknown> = Promise.resolve();
	const parameters = { sources, most: mostNarratives };
	for await (const piece of store.stream('themes/narratives', { parameters })) {
		const narratives = rowsOf<NarrativeRow>(piece).map(
			({ source, case_no: caseNo, narrative: text, category, kind, ...names }): Narrative => ({
				source,
				caseNo,
				text,
				category,
				kind,
				names: Object.values(names)
			})
		);
		await before;
		progress('words', taken, of);
		taken += narratives.length;
		before = ask({ narratives }, (said) => 'taken' in said);
	}
	await before;
	return taken;
}

interface Kept extends ReadingFacts {
	readonly reading: number;
	readonly sources: readonly string[];
	readonly narratives: number;
	readonly leftOut: number;
	readonly seconds: () => number;
}

/** Lays what was read over the cases: all of it or nothing. */
async function keep(store: DuckDbWarehouse, path: string, facts: Kept): Promise<void> {
	await store.write(async (session) => {
		await session.run('themes/forget_words');
		await session.run('themes/write_words', { path });
		await session.run('themes/forget_suggestions');
		await session.run('themes/write_suggestions', { path });
		await session.run('themes/forget_labels');
		await session.run('themes/write_labels', {
			labels: JSON.stringify(
				facts.labels.map((words, cluster) => ({
					theme: facts.reading * 1000 + cluster + 1,
					words: words.join('|')
				}))
			)
		});
		await session.run('themes/forget_reading');
		await session.run('themes/write_reading', {
			facts: JSON.stringify({
				reading: facts.reading,
				model: readingModel,
				read_at: Date.now(),
				sources: facts.sources,
				seconds: facts.seconds(),
				narratives: facts.narratives,
				left_out: facts.leftOut,
				clusters: facts.clusters,
				silhouette: facts.silhouette,
				judged: facts.judged,
				right_guesses: facts.right,
				unclassified: facts.unclassified,
				commonest: facts.commonest
			})
		});
		await session.run('import/raise_version');
	});
}
