import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenForJobs } from '#lib/server/import/socket.ts';
import { closeRecord } from '#lib/server/record/record.ts';
import { enterPerson } from '#lib/server/record/people.ts';
import { closeWarehouse } from '#lib/server/state/state.ts';
import type { DuckDbSession } from '#lib/server/warehouse/connection.ts';
import { openRecordFile } from '#lib/server/warehouse/record-file.ts';
import { tester } from '../real/logs.ts';
import { beginState, endState } from '../fixtures/state-folder.ts';

let folder: string;
beforeAll(async () => {
	folder = beginState();
	for (const name of ['李敏', '阿强', '王敏'])
		await enterPerson(tester, { name, role: '', department: '' });
});
afterAll(endState);

interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

function command(...args: string[]): Promise<Ended> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ['scripts/trail.ts', ...args]);
		let [out, err] = ['', ''];
		child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
		child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)));
		child.on('close', (code) => resolve({ code, out, err }));
	});
}

test('while another process holds the record and answers nobody, the command says so', async () => {
	const { code, err } = await command();
	expect(code).toBe(1);
	expect(err).toContain('another process holds the state folder');
});

test('a server that holds the record hands its trail to the command', async () => {
	const jobs = await listenForJobs();
	try {
		expect(await command()).toMatchObject({
			code: 0,
			out: expect.stringMatching(/^3 events, chain holds\nlast hash [0-9a-f]{64}\n$/) as string
		});
	} finally {
		await jobs.close();
	}
});

test('an export checks, and one line changed is named', async () => {
	await closeRecord();
	await closeWarehouse();
	const file = join(folder, 'trail.jsonl');
	expect((await command('--export', file)).out).toContain('3 events, chain holds\n');
	expect((await command('--check', file)).out).toContain('3 events, chain holds\n');
	const text = readFileSync(file, 'utf8');
	expect(text.trim().split('\n')).toHaveLength(3);
	writeFileSync(file, text.replace('阿强', '阿弱'));
	expect(await command('--check', file)).toMatchObject({
		code: 1,
		out: '3 events, chain broken at event 2: it says something else than when it was written\n'
	});
	writeFileSync(file, 'nothing of the kind\n');
	expect((await command('--check', file)).code).toBe(1);
});

test('an end that was cut off is said, with the hash that is missing', async () => {
	await closeRecord();
	const record = await openRecordFile(join(folder, 'record.duckdb'), 'record/migrations');
	await record.together((session) =>
		(session as DuckDbSession).connection.run('delete from event where number = 3')
	);
	await record.close();
	const { code, out } = await command();
	expect(code).toBe(1);
	expect(out).toContain('2 events, chain holds, but its end was cut off\n');
	expect(out).toMatch(/event 3 was written and is gone or another one: hash [0-9a-f]{64}\n/);
});

test('wrong use ends with 2, an unreadable or unwritable file with 1', async () => {
	expect((await command('--frobnicate')).code).toBe(2);
	expect((await command('--export', 'a', '--check', 'b')).code).toBe(2);
	expect((await command('--check', join(folder, 'absent'))).code).toBe(1);
	expect((await command('--export', join(folder, 'no', 'such', 'folder'))).code).toBe(1);
});
