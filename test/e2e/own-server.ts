import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server with a state of its own, for tests that would disturb those that count. */
export interface OwnServer {
	readonly address: string;
	/** Ends it as a person would; its state stays. */
	end(): Promise<void>;
	/** Ends it as a person would and starts another on the same state. */
	restart(): Promise<OwnServer>;
	/** Ends it and removes its state. */
	stop(): Promise<void>;
}

export async function ownServer(
	state = mkdtempSync(join(tmpdir(), 'redress-e2e-own-')),
	demoRows = 0,
	port = 0
): Promise<OwnServer> {
	const child = spawn(process.execPath, ['scripts/start.mjs'], {
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: String(port),
			REDRESS_AUTH: '',
			REDRESS_DATA: state,
			REDRESS_DEMO_ROWS: String(demoRows),
			REDRESS_ZONE: 'Asia/Shanghai'
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const address = await addressOf(child);
	return {
		address,
		end: () => ended(child),
		restart: async () => {
			await ended(child);
			return ownServer(state, demoRows, port);
		},
		stop: async () => {
			await ended(child);
			rmSync(state, { recursive: true, force: true });
		}
	};
}

function addressOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stdout?.on('data', (piece: Buffer) => {
			said += String(piece);
			const address = /Redress listens on (\S+)/.exec(said)?.[1];
			if (address) resolve(address);
		});
		child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
	});
}

function ended(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		child.removeAllListeners('exit');
		child.once('exit', () => resolve());
		child.kill('SIGTERM');
	});
}
