// Builds what `npm start` serves, unless build/ already holds the build of these sources.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './ground/fingerprint.mjs';
import { continueOnRightNode } from './ground/node-version.mjs';
import { inTurn } from './ground/turn.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'build', '.sources');

const sources = [
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'src',
	'src/lib/messages/project.inlang/settings.json',
	'static',
	'queries',
	'scripts/bundle'
];
// Paraglide writes files of its own beside its settings.
const generated = ['src/lib/messages/generated', 'src/lib/messages/project.inlang'];

/**
 * @returns {Promise<boolean>} whether `build/` now holds the build of the sources as they are
 */
export async function build() {
	const wanted = fingerprint(root, sources, generated);
	if (isBuilt(wanted)) return true;
	const turns = join(root, 'node_modules', '.redress', 'build');
	return await inTurn(
		turns,
		async () => isBuilt(wanted) || runVite(wanted),
		() => console.error('Another build is running in this folder: waiting for it.')
	);
}

/** @param {string} wanted */
function isBuilt(wanted) {
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** @param {string} wanted */
async function runVite(wanted) {
	// Without the stamp a build that is killed half-way is made again.
	rmSync(stamp, { force: true });
	console.error('Building …');
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const run = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: root,
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: ['ignore', 2, 2]
	});
	const code = await new Promise((resolve) => run.on('close', resolve).on('error', resolve));
	if (code !== 0) return false;
	writeFileSync(stamp, wanted);
	return true;
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
	await continueOnRightNode(root);
	if (!(await build())) process.exit(1);
}
