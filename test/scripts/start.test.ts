import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function start(env: Readonly<Record<string, string>>) {
	const run = spawnSync(process.execPath, ['scripts/start.mjs'], {
		encoding: 'utf8',
		env: { ...process.env, ...env },
		timeout: 30_000
	});
	return { code: run.status, says: run.stderr };
}

test('an address that lets other machines in is refused while there are no accounts', () => {
	for (const HOST of ['0.0.0.0', '::', '192.168.1.20', 'board.example']) {
		expect(start({ HOST, REDRESS_AUTH: '' })).toMatchObject({
			code: 2,
			says: expect.stringContaining('REDRESS_AUTH=off')
		});
	}
});

test('a port that is none is refused', () => {
	for (const PORT of ['http', '70000', '-1', '80.5']) {
		expect(start({ HOST: '127.0.0.1', PORT })).toMatchObject({ code: 2 });
	}
});
