import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A clone of the last commit: what is not committed is not in it. */
export function cloneInto(root: string, folder: string): string {
	const clone = join(folder, 'clone');
	execFileSync('git', ['clone', '--quiet', root, clone]);
	return clone;
}

/** The environment of a shell outside of any npm script, with no Node of ours on its path. */
export function plainEnvironment(root: string): NodeJS.ProcessEnv {
	const { PATH = '', ...rest } = process.env;
	const path = PATH.split(':').filter((entry) => !entry.startsWith(root));
	const kept = Object.entries(rest).filter(([name]) => !/^(npm_|NODE|REDRESS_|VITE)/i.test(name));
	return { ...Object.fromEntries(kept), PATH: path.join(':') };
}

export interface Started {
	readonly process: ChildProcess;
	readonly output: () => string;
	/** The address it printed. */
	readonly address: Promise<string>;
}

/** `npm start` on any free port. */
export function npmStart(clone: string, env: NodeJS.ProcessEnv): Started {
	const child = spawn('npm', ['start'], {
		cwd: clone,
		env: { ...env, PORT: '0' },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true
	});
	let output = '';
	child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
	child.stderr.on('data', (piece: Buffer) => (output += piece.toString()));
	const address = (async () => {
		for (;;) {
			const said = /Redress listens on (\S+)/.exec(output)?.[1];
			if (said) return said;
			if (child.exitCode !== null) throw new Error(`npm start ended early:\n${output}`);
			await pause(100);
		}
	})();
	return { process: child, output: () => output, address };
}

/** Ends a process and everything it started. */
export async function endGroup(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
	process.kill(-child.pid, signal);
	await once(child, 'exit');
}

/** Programs of the processes that run in a folder (Linux). */
export function programsIn(folder: string): readonly string[] {
	return readdirSync('/proc').flatMap((entry) => {
		try {
			const cwd = readlinkSync(`/proc/${entry}/cwd`);
			return cwd === folder || dirname(cwd) === folder ? [readlinkSync(`/proc/${entry}/exe`)] : [];
		} catch {
			return [];
		}
	});
}
