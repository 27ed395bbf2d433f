import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and shows what it prints.
 *
 * @param {readonly string[]} command
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, minutes: number }} options a command that takes
 * longer is ended with everything it started
 * @returns {Promise<number>} its exit code; 124 when it took too long
 */
export function run(command, { cwd, env = process.env, minutes }) {
	const [name = '', ...args] = command;
	const windows = process.platform === 'win32';
	const child = spawn(name, args, {
		cwd,
		env,
		stdio: ['ignore', 'inherit', 'inherit'],
		detached: !windows,
		shell: windows
	});
	let tookTooLong = false;
	const limit = setTimeout(() => {
		tookTooLong = true;
		console.error(`${command.join(' ')} took longer than ${minutes} minutes and is ended.`);
		end('SIGKILL');
	}, minutes * 60_000);

	/** @param {NodeJS.Signals} signal */
	function end(signal) {
		try {
			if (child.pid) process.kill(windows ? child.pid : -child.pid, signal);
		} catch {
			// It has ended by itself.
		}
	}
	/** @param {NodeJS.Signals} signal */
	const interrupted = (signal) => {
		end(signal);
		process.exit(1);
	};
	process.once('SIGINT', interrupted).once('SIGTERM', interrupted);

	return new Promise((resolve) => {
		const ended = (/** @type {number} */ code) => {
			clearTimeout(limit);
			process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
			resolve(tookTooLong ? 124 : code);
		};
		child.on('error', (error) => {
			console.error(`${name}: ${error.message}`);
			ended(127);
		});
		child.on('exit', (code) => ended(code ?? 1));
	});
}
