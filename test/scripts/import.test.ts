import { spawn } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledger } from '#lib/server/import/ledger.ts';
import type { LedgerEntry } from '#lib/server/import/ledger-entry.ts';
import { listenForJobs } from '#lib/server/import/socket.ts';
import { closeWarehouse, warehouse } from '#lib/server/state/state.ts';
import { downloaded } from '../fixtures/download.ts';
import { asked } from '../real/logs.ts';
import { beginState, endState } from '../fixtures/state-folder.ts';

let folder: string;
beforeAll(() => {
	folder = beginState();
});
afterAll(endState);

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

function command(...args: string[]): Promise<Ended> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ['scripts/import.ts', ...args]);
		let [out, err] = ['', ''];
		child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
		child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)));
		child.on('close', (code) => resolve({ code, out, err }));
	});
}

const log = 'case id,received,channel\nA,2025-03-14 08:00,app\nB,2025-03-15 09:00,web\n';

test('the command loads a file, prints its ledger entry as JSON and ends with 0', async () => {
	const { code, out } = await command(file('log.csv', log), '--source', 'shop', '--json');
	expect(code).toBe(0);
	const [entry] = JSON.parse(out) as LedgerEntry[];
	expect(entry).toMatchObject({
		file: 'log.csv',
		source: 'shop',
		encoding: 'utf-8',
		rowsRead: 2,
		loaded: 2,
		updated: 0,
		unchanged: 0,
		quarantined: 0,
		warnings: []
	});
	expect(entry?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('wrong use ends with 2, a file that holds nothing to load with 1', async () => {
	expect((await command()).code).toBe(2);
	expect((await command('x.csv', '--zone', 'Mars/Base')).code).toBe(2);
	expect((await command('x.csv', '--frobnicate')).code).toBe(2);
	expect((await command('x.csv', '--mapping', file('bad.json', '{"version":2}'))).code).toBe(2);
	expect((await command(join(folder, 'absent.csv'))).code).toBe(1);
	const page = await command(file('page.csv', '<!doctype html><html><body>log in</body></html>'));
	expect(page.code).toBe(1);
	expect(page.err).toContain('web_page');
});

test('a trial run says what would be loaded and writes nothing', async () => {
	const more = file('more.csv', `${log}C,2025-03-16 09:00,web\n`);
	const { code, out } = await command(more, '--source', 'shop', '--dry-run', '--json');
	expect(code).toBe(0);
	expect((JSON.parse(out) as LedgerEntry[])[0]).toMatchObject({
		loaded: 1,
		unchanged: 2,
		dryRun: true
	});
	expect(await ledger(await warehouse())).toHaveLength(1);
	await closeWarehouse();
});

test('dates that can be read both ways are refused with the question, and loaded with its answer', async () => {
	const path = file('dates.csv', 'case id,received\nA,01/02/2025 10:00\nB,03/04/2025 11:00\n');
	const refused = await command(path, '--source', 'dates');
	expect(refused.code).toBe(1);
	expect(refused.err).toMatch(/date_order.*day-first/s);
	const answered = await command(path, '--source', 'dates', '--date-order', 'day-first', '--json');
	expect((JSON.parse(answered.out) as LedgerEntry[])[0]).toMatchObject({
		loaded: 2,
		asOf: Date.UTC(2025, 3, 3, 3)
	});
});

test('while a server holds the state the command hands its file over and says so', async () => {
	const server = await listenForJobs();
	try {
		const mode = statSync(join(folder, 'jobs.sock')).mode;
		expect(mode & 0o077).toBe(0);
		const path = file('later.csv', 'case id,received,channel\nZ,2025-03-20 08:00,app\n');
		const { code, out, err } = await command(path, '--source', 'shop', '--json');
		expect(err).toContain('server that holds the state');
		expect(code).toBe(0);
		const [entry] = JSON.parse(out) as LedgerEntry[];
		expect((await ledger(await warehouse()))[0]).toMatchObject({
			loadId: entry?.loadId,
			file: 'later.csv',
			loaded: 1
		});
	} finally {
		await server.close();
	}
	const alone = await command(file('log.csv', log), '--source', 'shop');
	expect(alone.code).toBe(1);
	expect(alone.err).toContain('state_in_use');
	await closeWarehouse();
});

test('rows set aside are downloaded, mended and imported again without a question', async () => {
	const path = file(
		'faulty.csv',
		'case id,received,channel,wxyz\n' +
			'P,2025-03-14 08:00,app,"=1+1"\n' +
			'Q,tomorrow,web,"=1+1"\n' +
			'R,2025-03-16 08:00,web\n'
	);
	const first = await command(path, '--source', 'faulty', '--json');
	const [entry] = JSON.parse(first.out) as LedgerEntry[];
	expect(entry).toMatchObject({ loaded: 1, quarantined: 2 });
	const text = await downloaded(await warehouse(), entry?.loadId ?? 0, {
		line: '行号',
		reason: '原因',
		column: '列',
		value: '值',
		reasonOf: () => '时间无法识别'
	});
	await closeWarehouse();
	// The short row's fields stand below their own headers, behind five notes.
	expect(text.split('\r\n').find((line) => line.startsWith('4,'))).toBe(
		'4,时间无法识别,too_few_fields,,3 / 4,R,2025-03-16 08:00,web'
	);
	// As it stands it is set aside again, for the same reasons.
	const unmended = await command(file('unmended.csv', text), '--json');
	const [again] = JSON.parse(unmended.out) as LedgerEntry[];
	expect(again).toMatchObject({ source: 'faulty', loaded: 0, quarantined: 2 });
	const twice = await downloaded(await warehouse(), again?.loadId ?? 0, {});
	expect(twice.split('\r\n')[0]?.match(/\[Redress\]/g)).toHaveLength(5);
	await closeWarehouse();
	const mended = file(
		'mended.csv',
		text.replaceAll('tomorrow', '2025-03-15 08:00').replace(',web\r\n', ',web,late\r\n')
	);
	const second = await command(mended, '--json');
	expect(second.code).toBe(0);
	const [loaded] = JSON.parse(second.out) as LedgerEntry[];
	expect(loaded).toMatchObject({ source: 'faulty', loaded: 2, quarantined: 0 });
	const store = await warehouse();
	expect(
		await asked(
			store,
			"select case_no, channel, extra ->> 'wxyz' as note from complaint where source = 'faulty' order by 1"
		)
	).toEqual([
		{ case_no: 'P', channel: 'app', note: '=1+1' },
		{ case_no: 'Q', channel: 'web', note: '=1+1' },
		{ case_no: 'R', channel: 'web', note: 'late' }
	]);
	await closeWarehouse();
	// The file itself is still known by its header.
	const later = await command(
		file('later.csv', 'case id,received,channel,wxyz\nS,2025-03-17 08:00,app,x\n'),
		'--json'
	);
	const [known] = JSON.parse(later.out) as LedgerEntry[];
	expect(known).toMatchObject({ source: 'faulty', loaded: 1, quarantined: 0 });
});
