import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Node that strips types and that Vite 8 and Kit accept. */
const oldest = /** @type {const} */ ([22, 12]);

/**
 * The Node the scripts run on: the one the lock file pins for this platform, or the host's where
 * no such package exists (a Mac) and the host's is new enough.
 *
 * @param {string} root the repository
 * @returns {{ path: string, version: string } | { problem: string }}
 */
export function findNode(root) {
	const pinned = pinnedNode(root);
	if (!pinned) {
		if (isNewEnough(process.versions.node)) {
			return { path: process.execPath, version: process.versions.node };
		}
		return {
			problem:
				`No Node 24 comes with the packages for ${process.platform}-${process.arch}, and this ` +
				`one is ${process.versions.node}: install Node ${oldest.join('.')} or newer.`
		};
	}
	const asked = spawnSync(pinned, ['--version'], { encoding: 'utf8' });
	if (asked.status !== 0) {
		return {
			problem:
				`${pinned} does not run here (${asked.error?.message ?? asked.stderr.trim()}). ` +
				'It needs glibc: on Alpine and other musl systems use a Debian image.'
		};
	}
	const version = asked.stdout.trim().replace(/^v/, '');
	return isNewEnough(version) ? { path: pinned, version } : { problem: `${pinned} is ${version}` };
}

/**
 * Starts the running script again on the right Node when it runs on another, and passes signals on.
 *
 * @param {string} root the repository
 * @returns {Promise<void>} at once when this is the right Node, else never: the process ends with
 * the exit code of its successor
 */
export async function continueOnRightNode(root) {
	const found = findNode(root);
	if ('problem' in found) {
		console.error(found.problem);
		process.exit(1);
	}
	if (realpathSync(found.path) === realpathSync(process.execPath)) return;
	const successor = spawn(found.path, process.argv.slice(1), { stdio: 'inherit' });
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
		process.on(signal, () => successor.kill(signal));
	}
	await new Promise(() => {
		successor.on('exit', (code, signal) => {
			process.exit(code ?? (signal ? 1 : 0));
		});
	});
}

/** @param {string} root */
function pinnedNode(root) {
	const bin = join(
		root,
		'node_modules',
		'.bin',
		process.platform === 'win32' ? 'node.exe' : 'node'
	);
	if (existsSync(bin)) return bin;
	const direct = join(root, 'node_modules', `node-win-${process.arch}`, 'bin', 'node.exe');
	return process.platform === 'win32' && existsSync(direct) ? direct : undefined;
}

/** @param {string} version */
function isNewEnough(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}
