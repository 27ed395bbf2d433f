// Brings node_modules in line with the lock file. Runs before every npm script, on the host's Node
// (20 or newer) and without any package: only node: imports here and in what it imports.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './ground/fingerprint.mjs';
import { findNode } from './ground/node-version.mjs';
import { inTurn } from './ground/turn.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

/** npm leaves folders of node_modules that begin with a dot alone. */
const ours = join(modules, '.redress');
const stamp = join(ours, 'installed');
const begun = join(ours, 'installing');

const wanted = `${fingerprint(root, ['package-lock.json'])} ${process.platform}-${process.arch}\n`;

if (!isInstalled()) {
	await inTurn(
		ours,
		async () => {
			if (!isInstalled()) await install();
		},
		() => console.error('Another set-up is running in this folder: waiting for it.')
	);
}

const node = findNode(root);
if ('problem' in node) {
	console.error(node.problem);
	process.exit(1);
}

function isInstalled() {
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

async function install() {
	await clearWhatWasInterrupted();
	await rm(stamp, { force: true });
	console.error('Installing the packages of package-lock.json …');
	// `npm ci` finds the lock out of sync: the optional packages of other platforms are not all in
	// every registry. This obeys the lock and leaves the tree clean.
	await writeFile(begun, '');
	const npm = startNpm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
	await writeFile(begun, String(npm.pid));
	const code = await new Promise((resolve) => npm.on('close', resolve).on('error', resolve));
	if (code !== 0) {
		console.error(`npm install ended with ${code}; nothing was started.`);
		process.exit(1);
	}
	await rm(begun, { force: true });
	await writeFile(stamp, wanted);
}

/** @param {string[]} args */
function startNpm(args) {
	const command = process.env.npm_execpath;
	// On Windows npm is a .cmd file, which cannot be spawned: prefer the script npm names.
	const npm =
		command && /\.[cm]?js$/.test(command)
			? spawn(process.execPath, [command, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
			: spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2] });
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
		process.once(signal, () => {
			npm.kill(signal);
			process.exit(1);
		});
	}
	return npm;
}

/** A package that npm was writing when it was killed looks whole to the next npm: begin anew. */
async function clearWhatWasInterrupted() {
	if (!existsSync(begun)) return;
	const orphan = Number(readFileSync(begun, 'utf8'));
	while (isRunningNpm(orphan)) await pause(250);
	console.error('An earlier set-up was interrupted: beginning anew.');
	for (const name of await readdir(modules)) {
		if (name !== '.redress') await rm(join(modules, name), { recursive: true, force: true });
	}
}

/** @param {number} pid of an npm whose parent was killed but which may still be writing */
function isRunningNpm(pid) {
	if (!(pid > 0)) return false;
	try {
		process.kill(pid, 0);
	} catch {
		return false;
	}
	try {
		// The number may by now belong to something else.
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('npm');
	} catch {
		return false;
	}
}
