import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeDemoFiles } from '#lib/server/demo/write-demo-files.ts';
import type { LedgerEntry } from '#lib/server/import/ledger-entry.ts';
import type { Trial } from './trial.ts';

const gigabytes = Number(process.env.LARGE_IMPORT_GB ?? 4);
const rowsOfPart = 100_000;
/** What DuckDB may take, and what the process may take beside it. */
const memory = { setting: '4GB', bytes: 4e9 };
const besides = 2 ** 30;

/** A log larger than memory: the demo's cases again and again, each time under other numbers. */
export const trial: Trial = {
	shows: `a log of ${gigabytes} GB goes in by the command, memory below DuckDB's limit and 1 GiB`,
	minutes: 15,
	async run({ root, folder, seed, say }) {
		const { complaints } = await writeDemoFiles({ rows: rowsOfPart, seed, folder });
		const large = join(folder, 'large.csv');
		const parts = await repeated(complaints, large, gigabytes * 1e9);
		say(`${parts * rowsOfPart} rows, ${gigabytes} GB, DuckDB's limit ${memory.setting}`);
		const began = performance.now();
		const { output, peak } = await imported(root, large, join(folder, 'state'));
		const seconds = (performance.now() - began) / 1000;
		const [entry] = JSON.parse(output) as LedgerEntry[];
		say(
			`loaded ${entry?.loaded} of ${entry?.rowsRead}, ${Math.round((parts * rowsOfPart) / seconds)} rows/s`
		);
		say(
			`peak memory ${Math.round(peak / 1e6)} MB, allowed ${Math.round((memory.bytes + besides) / 1e6)} MB`
		);
		if (entry?.rowsRead !== parts * rowsOfPart || entry.loaded !== entry.rowsRead)
			throw new Error(`rows differ: ${JSON.stringify(entry)}`);
		if (peak > memory.bytes + besides) throw new Error('more memory than allowed');
	}
};

/** Writes the log's rows under ever new numbers until the file has that size; answers how often. */
async function repeated(log: string, target: string, bytes: number): Promise<number> {
	const text = readFileSync(log, 'utf8');
	const header = text.slice(0, text.indexOf('\n') + 1);
	let parts = 0;
	let written = 0;
	await pipeline(function* () {
		yield header;
		while (written < bytes) {
			parts += 1;
			const part = text.slice(header.length).replace(/^TS(?=\d{14},)/gm, `T${parts}-`);
			written += Buffer.byteLength(part);
			yield part;
		}
	}, createWriteStream(target));
	return parts;
}

/** The command in a process of its own, with the most memory it ever held, bytes. */
function imported(root: string, file: string, state: string) {
	return new Promise<{ output: string; peak: number }>((resolve, reject) => {
		const child = spawn(
			process.execPath,
			['scripts/import.ts', file, '--source', 'large', '--json'],
			{
				cwd: root,
				env: { ...process.env, REDRESS_DATA: state, REDRESS_MEMORY: memory.setting },
				stdio: ['ignore', 'pipe', 'inherit']
			}
		);
		let output = '';
		let peak = 0;
		const watch = setInterval(() => {
			peak = Math.max(peak, peakOf(child.pid));
		}, 200);
		child.stdout.on('data', (chunk: Buffer) => (output += String(chunk)));
		child.on('exit', (code) => {
			clearInterval(watch);
			if (code === 0) resolve({ output, peak });
			else reject(new Error(`the command ended with ${code}: ${output}`));
		});
	});
}

function peakOf(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
	} catch {
		return 0;
	}
}
