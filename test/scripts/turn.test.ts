import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';

const takeTurn = join(import.meta.dirname, 'take-turn.mjs');

function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'redress-turn-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

function start(folder: string, how = '') {
	return spawn(process.execPath, [takeTurn, folder, how], { stdio: 'inherit' });
}

function said(folder: string): readonly string[] {
	return readFileSync(join(folder, 'said'), 'utf8').trim().split('\n');
}

test('five processes that begin at once take turns, and none is left out', async () => {
	const folder = newFolder();
	const children = Array.from({ length: 5 }, () => start(folder));
	await Promise.all(children.map((child) => once(child, 'exit')));

	const lines = said(folder);
	expect(lines).toHaveLength(10);
	for (let turn = 0; turn < 10; turn += 2) {
		expect(lines[turn + 1]).toBe(lines[turn]?.replace('begin', 'end'));
	}
});

test('a turn whose holder was killed passes to one of those who wait', async () => {
	const folder = newFolder();
	const holder = start(folder, 'hang');
	while (!existsSync(join(folder, 'said'))) await pause(50);
	holder.kill('SIGKILL');
	await once(holder, 'exit');

	const children = [start(folder), start(folder)];
	await Promise.all(children.map((child) => once(child, 'exit')));
	const [, ...after] = said(folder);
	expect(after.map((line) => line.split(' ')[0])).toEqual(['begin', 'end', 'begin', 'end']);
}, 60_000);
