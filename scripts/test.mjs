// Runs everything that says whether the tree is sound: `npm test`. Every step runs, whatever
// failed before; the last line is what a script reads.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideChromium } from './ground/chromium.mjs';
import { countPlaywright, countVitest } from './ground/counts.mjs';
import { continueOnRightNode } from './ground/node-version.mjs';
import { run } from './ground/run.mjs';

/** @typedef {import('./ground/counts.mjs').Counts} Counts */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await continueOnRightNode(root);

const testData = resolve(root, process.env.REDRESS_TEST_DATA || '../shared/data');
const scratch = mkdtempSync(join(tmpdir(), 'redress-test-'));
const env = {
	...process.env,
	PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
	REDRESS_TEST_DATA: testData,
	REDRESS_E2E_STATE: join(scratch, 'state'),
	PLAYWRIGHT_JSON_OUTPUT_FILE: join(scratch, 'browser.json')
};

/** @type {readonly (readonly [string, () => Promise<Counts>])[]} */
const steps = [
	// First: it also writes the message functions and route types that the others read.
	['build', () => one(['node', 'scripts/build.mjs'])],
	['format', () => one(['prettier', '--check', '--log-level', 'warn', '.'])],
	['lint', () => one(['eslint', '.'])],
	['unused', () => one(['knip', '--no-progress'])],
	['types', () => one(['svelte-check', '--threshold', 'warning', '--output', 'human'])],
	['unit and integration', unit],
	['browser', browser]
];

const startedAt = Date.now();
/** @type {{ step: string, counts: Counts, seconds: number }[]} */
const done = [];
for (const [step, act] of steps) {
	console.log(`\n== ${step}`);
	const begun = Date.now();
	const counts = await act();
	done.push({ step, counts, seconds: Math.round((Date.now() - begun) / 1000) });
}
rmSync(scratch, { recursive: true, force: true });
summarise();

/**
 * @param {readonly string[]} command
 * @returns {Promise<Counts>}
 */
async function one(command) {
	const code = await run(command, { cwd: root, env, minutes: 10 });
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}

/** @returns {Promise<Counts>} */
async function unit() {
	const report = join(scratch, 'unit.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const code = await run(['vitest', 'run', ...reporters], { cwd: root, env, minutes: 20 });
	return count(report, (parsed) => countVitest(parsed, code, root));
}

/** @returns {Promise<Counts>} */
async function browser() {
	const missing = provideChromium();
	if (missing) {
		console.error(missing);
		return { passed: 0, failed: 1, skipped: [] };
	}
	const code = await run(['playwright', 'test'], { cwd: root, env, minutes: 40 });
	return count(env.PLAYWRIGHT_JSON_OUTPUT_FILE, (parsed) => countPlaywright(parsed, code));
}

/**
 * A report that is missing or broken means that the run itself broke.
 *
 * @param {string} path
 * @param {(report: unknown) => Counts} read
 * @returns {Counts}
 */
function count(path, read) {
	try {
		return read(JSON.parse(readFileSync(path, 'utf8')));
	} catch (error) {
		console.error(`No report of this step: ${error}`);
		return { passed: 0, failed: 1, skipped: [] };
	}
}

function summarise() {
	const skipped = done.flatMap(({ counts }) => counts.skipped);
	const passed = done.reduce((sum, { counts }) => sum + counts.passed, 0);
	const failed = done.reduce((sum, { counts }) => sum + counts.failed, 0);

	console.log(`\n== summary, ${Math.round((Date.now() - startedAt) / 1000)} s`);
	for (const { step, counts, seconds } of done) {
		const words = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped`;
		console.log(`${counts.failed ? '✗' : '✓'} ${step}: ${words} (${seconds} s)`);
	}
	const broken = done.flatMap(({ counts }) => counts.broken ?? []);
	if (broken.length > 0) {
		console.log('\nFailed:');
		for (const name of broken) console.log(`  ${name}`);
	}
	if (skipped.length > 0) {
		console.log('\nSkipped:');
		for (const name of skipped) console.log(`  ${name}`);
		if (!existsSync(testData)) {
			const shown = relative(root, testData) || '.';
			console.log(
				`  (the real logs are not there: ${shown}; REDRESS_TEST_DATA names their folder)`
			);
		}
	}
	const and = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
	console.log(`\n${passed} passed, ${failed} failed${and}`);
	process.exitCode = failed > 0 ? 1 : 0;
}
