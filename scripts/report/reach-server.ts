import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A Redress that answers, and how to leave it as it was found. */
export interface Reached {
	readonly address: string;
	leave(): Promise<void>;
}

/** A server that counts a large log for the first time takes its time. */
const patienceMs = 20_000;

/**
 * The server named, else the one on HOST and PORT, else one of our own on the state folder, which `leave`
 * stops again. Throws where a named one does not answer or ours does not start.
 */
export async function reachServer(named: string | undefined): Promise<Reached> {
	const leave = async (): Promise<void> => undefined;
	if (named !== undefined) {
		if (!(await answers(named))) throw new Error(`No Redress answers on ${named}.`);
		return { address: named, leave };
	}
	const usual = `http://${process.env.HOST || '127.0.0.1'}:${process.env.PORT || '3000'}`;
	if (await answers(usual)) return { address: usual, leave };
	return startOwn();
}

async function answers(address: string): Promise<boolean> {
	try {
		const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(patienceMs) });
		return answer.ok && 'dataVersion' in ((await answer.json()) as object);
	} catch {
		return false;
	}
}

function startOwn(): Promise<Reached> {
	const start = fileURLToPath(new URL('../start.mjs', import.meta.url));
	const child = spawn(process.execPath, [start], {
		env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const leave = (): Promise<void> => {
		child.kill('SIGTERM');
		return ended;
	};
	return new Promise((resolve, reject) => {
		let said = '';
		child.stdout.on('data', (piece: Buffer) => {
			said += String(piece);
			const address = /Redress listens on (\S+)/.exec(said)?.[1];
			if (address !== undefined) resolve({ address, leave });
		});
		child.once('exit', (code) =>
			reject(
				new Error(
					`The server could not be started (${code}). Where another one holds the state folder, ` +
						'name it with --server.'
				)
			)
		);
	});
}
