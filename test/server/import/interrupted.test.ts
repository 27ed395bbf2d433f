import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile } from '#lib/server/import/run.ts';
import { closeWarehouse, warehouse } from '#lib/server/state/state.ts';
import { asked, tester } from '../../real/logs.ts';
import { beginState, endState } from '../../fixtures/state-folder.ts';

/** Rows of the file that is interrupted; the trial asks for a million. */
const rows = Number(process.env.INTERRUPTED_ROWS ?? 100_000);
const digest =
	'select count(*) as n, bit_xor(hash(complaint)) as cases, (select max(version) from data_version) as version, (select count(*) from load) as loads from complaint';

let folder: string;
let large: string;
let before: object[];

beforeAll(async () => {
	folder = beginState();
	const small = join(folder, 'small.csv');
	large = join(folder, 'large.csv');
	writeFileSync(small, log(1_000, 'hotline'));
	// The same cases and many more: they are updated, compared and folded too.
	writeFileSync(large, log(rows, 'app'));
	const result = await importFile(
		await warehouse(),
		{ path: small, name: 'small.csv', source: 'log' },
		tester
	);
	expect('entry' in result && result.entry.loaded).toBe(1_000);
	before = await asked(await warehouse(), digest);
});
afterAll(endState);

function log(count: number, channel: string): string {
	const lines = ['case id,received,category,channel,first response,description'];
	for (let index = 0; index < count; index++) {
		const day = String((index % 28) + 1).padStart(2, '0');
		const hour = String(index % 24).padStart(2, '0');
		lines.push(
			`C${index},2025-03-${day} ${hour}:15:00,kind ${index % 9},${channel},2025-03-${day} ${hour}:45:00,"what happened, number ${index}"`
		);
	}
	return `${lines.join('\n')}\n`;
}

/** Points of the work: while the file is read, while rows are checked, while cases are written. */
const points = [
	['read', 0.3],
	['load', 0.3],
	['load', 0.8]
] as const;

test.each(points)(
	'an import cancelled at %s %d leaves the cases as they were',
	async (stage, share) => {
		const store = await warehouse();
		const cancel = new AbortController();
		const work = importFile(store, { path: large, name: 'large.csv', source: 'log' }, tester, {
			signal: cancel.signal,
			onProgress: (progress) => {
				if (progress.stage === stage && progress.done / progress.of >= share)
					cancel.abort(new Error('cancelled by the test'));
			}
		});
		await expect(work).rejects.toThrow('cancelled by the test');
		expect(await asked(store, digest)).toEqual(before);
		expect(readdirSync(store.temporaryFolder).filter((name) => name !== 'spill')).toEqual([]);
	}
);

test.each(points)(
	'a process killed at %s %d leaves the cases as they were',
	async (stage, share) => {
		await closeWarehouse();
		await killedAt(stage, share);
		const store = await warehouse();
		expect(await asked(store, digest)).toEqual(before);
		expect(readdirSync(store.temporaryFolder).filter((name) => name !== 'spill')).toEqual([]);
	}
);

test('after all this the file still loads whole', async () => {
	const result = await importFile(
		await warehouse(),
		{ path: large, name: 'large.csv', source: 'log' },
		tester
	);
	expect('entry' in result && result.entry).toMatchObject({
		rowsRead: rows,
		loaded: rows - 1_000,
		updated: 1_000,
		quarantined: 0
	});
});

/** Starts an import in a process of its own and kills it when it has come that far. */
function killedAt(stage: string, share: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['test/server/import/import-child.ts', large], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		let told = '';
		child.stdout.on('data', (chunk: Buffer) => {
			told += String(chunk);
			const reached = told
				.split('\n')
				.map((line) => line.split(' '))
				.some(([at, done]) => at === stage && Number(done) >= share);
			if (reached) child.kill('SIGKILL');
		});
		child.on('exit', (_code, signal) =>
			signal === 'SIGKILL' ? resolve() : reject(new Error(`it ended by itself: ${told}`))
		);
	});
}
