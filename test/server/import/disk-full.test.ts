import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile } from '#lib/server/import/run.ts';
import { closeWarehouse, warehouse } from '#lib/server/state/state.ts';
import { asked, tester } from '../../real/logs.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-disk-'));
const disk = join(folder, 'state');
const filler = join(disk, 'filler');
const rows = 40_000;
const digest =
	'select count(*) as n, bit_xor(hash(complaint)) as cases, (select count(*) from load) as loads from complaint';

/** A file system of its own that a test may fill; only root may make one. */
const mounted = mountSmall();

function mountSmall(): boolean {
	try {
		execFileSync('mkdir', [disk]);
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

describe.skipIf(!mounted)('a full disk (needs root, for a file system of its own)', () => {
	const earlier = process.env.REDRESS_DATA;
	const small = join(folder, 'small.csv');
	const large = join(folder, 'large.csv');
	let before: object[];

	beforeAll(async () => {
		process.env.REDRESS_DATA = disk;
		writeFileSync(small, log(500));
		writeFileSync(large, log(rows));
		const result = await load(small);
		expect('entry' in result && result.entry.loaded).toBe(500);
		before = await asked(await warehouse(), digest);
	});
	afterAll(async () => {
		await closeWarehouse();
		if (earlier === undefined) delete process.env.REDRESS_DATA;
		else process.env.REDRESS_DATA = earlier;
	});

	// Room beside the records that are read: too little for them, then too little for the cases, which
	// DuckDB meets at different points of its commit; after some of them it gives the whole store up.
	test.each([-1, 1, 2, 4])(
		'with %i MiB to spare says so and keeps the cases as they were',
		async (spare) => {
			leave(statSync(large).size + spare * 2 ** 20);
			expect(await load(large)).toEqual({ problem: { code: 'disk_full', facts: {} } });
			expect(await asked(await warehouse(), digest)).toEqual(before);
			rmSync(filler);
			const again = await load(small);
			expect('entry' in again && again.entry.unchanged).toBe(500);
			before = await asked(await warehouse(), digest);
		}
	);

	test('once there is room again the same file loads whole', async () => {
		const result = await load(large);
		expect('entry' in result && result.entry).toMatchObject({
			loaded: rows - 500,
			unchanged: 500
		});
	});
});

afterAll(() => {
	if (mounted) execFileSync('umount', ['--lazy', disk]);
	rmSync(folder, { recursive: true, force: true });
});

async function load(path: string) {
	return importFile(await warehouse(), { path, name: path, source: 'log' }, tester);
}

/** Fills the disk until only so many bytes are free. */
function leave(bytes: number): void {
	const { bavail, bsize } = statfsSync(disk);
	writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}

/** Cases whose descriptions do not get smaller on disk. */
function log(count: number): string {
	const lines = ['case id,received,category,description'];
	for (let index = 0; index < count; index++) {
		const day = String((index % 28) + 1).padStart(2, '0');
		const words = createHash('sha512').update(String(index)).digest('base64');
		lines.push(`C${index},2025-03-${day} 10:15:00,kind ${index % 9},${words} ${words.slice(9)}`);
	}
	return `${lines.join('\n')}\n`;
}
