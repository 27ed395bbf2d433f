/**
 * npm run trials -- [--list] [--seed N] [NAME…]
 * Runs what takes too long for `npm test` and keeps what it printed, with commit and seed, in
 * test/trials/results/<name>.txt. Exit: 0 all passed, 1 one failed, 2 wrong use.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Trial } from '../test/trials/trial.ts';

const root = dirname(import.meta.dirname);
const folder = join(root, 'test', 'trials');
const suffix = '.trial.ts';

process.exitCode = await main();

async function main(): Promise<number> {
	const asked = readArguments();
	if (!asked) return 2;
	const known = readdirSync(folder)
		.filter((file) => file.endsWith(suffix))
		.map((file) => file.slice(0, -suffix.length))
		.sort();
	const unknown = asked.names.filter((name) => !known.includes(name));
	if (unknown.length > 0) {
		console.error(`No trial ${unknown.join(', ')}. There are: ${known.join(', ')}`);
		return 2;
	}
	let failed = 0;
	const names = asked.names.length > 0 ? asked.names : known;
	for (const name of names) {
		const trial = await load(name);
		if (asked.list) console.log(`${name} (${trial.minutes} min): ${trial.shows}`);
		else if (!(await passes(name, trial, asked.seed))) failed += 1;
	}
	if (!asked.list) console.log(`\n${names.length - failed} passed, ${failed} failed`);
	return failed > 0 ? 1 : 0;
}

function readArguments(): { list: boolean; seed: number; names: string[] } | undefined {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				list: { type: 'boolean', default: false },
				seed: { type: 'string', default: '1' }
			}
		});
		const seed = Number(values.seed);
		if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed} is not a whole number`);
		return { list: values.list, seed, names: positionals };
	} catch (error) {
		console.error((error as Error).message);
		return undefined;
	}
}

async function load(name: string): Promise<Trial> {
	const found: { trial: Trial } = await import(join(folder, name + suffix));
	return found.trial;
}

async function passes(name: string, trial: Trial, seed: number): Promise<boolean> {
	const output: string[] = [];
	const say = (line: string): void => {
		output.push(line);
		console.log(line);
	};
	const data = resolve(root, process.env.REDRESS_TEST_DATA || '../shared/data');
	const own = mkdtempSync(join(tmpdir(), `redress-${name}-`));
	say(`${name}: ${trial.shows}`);
	for (const line of circumstances(seed)) say(line);
	const began = performance.now();
	let passed = true;
	try {
		const testData = existsSync(data) ? data : undefined;
		await trial.run({ root, folder: own, seed, testData, say });
	} catch (error) {
		passed = false;
		say(error instanceof Error ? (error.stack ?? error.message) : String(error));
	} finally {
		rmSync(own, { recursive: true, force: true });
	}
	const seconds = Math.round((performance.now() - began) / 1000);
	say(`${passed ? 'passed' : 'FAILED'} after ${seconds} s`);
	keep(name, output);
	return passed;
}

function circumstances(seed: number): readonly string[] {
	const git = (...args: readonly string[]): string =>
		execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
	const changed = git('status', '--porcelain', '--', ':!test/trials/results') !== '';
	const memoryGib = Math.round(totalmem() / 2 ** 30);
	return [
		`commit ${git('rev-parse', 'HEAD')}${changed ? ' with changes not committed' : ''}`,
		`seed ${seed}, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}`,
		`${process.platform}-${process.arch}, ${availableParallelism()} cores, ${memoryGib} GiB`
	];
}

/** Paths of this machine say nothing to whoever reads the result later. */
function keep(name: string, output: readonly string[]): void {
	const text = output.join('\n').replaceAll(root, '.').replaceAll(tmpdir(), '<tmp>');
	mkdirSync(join(folder, 'results'), { recursive: true });
	writeFileSync(join(folder, 'results', `${name}.txt`), `${text}\n`);
}
