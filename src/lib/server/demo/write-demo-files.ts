import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withScratch, type Scratch } from '#lib/server/warehouse/scratch.ts';
import { queriesIn } from '#lib/server/warehouse/query-files.ts';
import { truthOf } from './truth.ts';

export interface DemoOptions {
	/** Number of cases, at least 1. Orders grow with it: eight complaints in a thousand orders. */
	readonly rows: number;
	/** Whole number; the same seed and rows give the same bytes. */
	readonly seed: number;
	/** Folder the three files are written to; made when missing. */
	readonly folder: string;
	/** Writes only one shop from a day (`YYYY-MM-DD`) on; `truth.json` still tells of the whole log. */
	readonly part?: { readonly shop: string; readonly since: string };
}

/** Paths of the written files. The product reads the first two only. */
export interface DemoFiles {
	readonly complaints: string;
	readonly orders: string;
	readonly truth: string;
}

/** Wall-clock zone of the demo log. */
export const demoZone = 'Asia/Shanghai';
/** Rows and seed of the log a first start loads. */
export const demoDefaults = { rows: 60_000, seed: 1 } as const;

/** Statements up to here are small and add fractions: one thread keeps their last digit the same. */
const firstLargeStep = '30_';

/**
 * Writes `complaints.csv`, `orders.csv` and `truth.json` by the SQL of `queries/demo`, in memory.
 * Depends on rows and seed alone: not on the clock, the machine's zone or its number of threads.
 * Files appear under their names only when whole. Throws a RangeError for rows or seeds out of range.
 */
export async function writeDemoFiles(options: DemoOptions): Promise<DemoFiles> {
	const { rows, seed, folder, part } = options;
	if (!Number.isSafeInteger(rows) || rows < 1 || rows > 1e9)
		throw new RangeError(`rows must be a whole number from 1 to 1,000,000,000, got ${rows}`);
	if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
	await mkdir(folder, { recursive: true });
	const spill = join(folder, '.spill');
	const files = {
		complaints: join(folder, 'complaints.csv'),
		orders: join(folder, 'orders.csv'),
		truth: join(folder, 'truth.json')
	};
	try {
		await withScratch(spill, async (scratch) => {
			await scratch.set('rows', rows);
			await scratch.set('seed', seed);
			await scratch.set('only_shop', part?.shop ?? null);
			await scratch.set('only_since', part?.since ?? null);
			await scratch.set('complaints_file', unfinished(files.complaints));
			await scratch.set('orders_file', unfinished(files.orders));
			await generate(scratch);
			const truth = await truthOf(scratch, { rows, seed });
			await writeFile(unfinished(files.truth), `${JSON.stringify(truth, null, '\t')}\n`);
		});
		for (const file of Object.values(files)) await rename(unfinished(file), file);
	} finally {
		await rm(spill, { recursive: true, force: true });
		for (const file of Object.values(files)) await rm(unfinished(file), { force: true });
	}
	return files;
}

async function generate(scratch: Scratch): Promise<void> {
	await scratch.useThreads('one');
	let small = true;
	for (const query of queriesIn('demo')) {
		if (small && query >= `demo/${firstLargeStep}`) {
			small = false;
			await scratch.useThreads('all');
		}
		await scratch.run(query);
	}
}

function unfinished(file: string): string {
	return `${file}.part`;
}
