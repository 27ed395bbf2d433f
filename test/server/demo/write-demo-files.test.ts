import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { matchHeader } from '#lib/import/header-words.ts';
import { writeDemoFiles } from '#lib/server/demo/write-demo-files.ts';
import { readLog, withDemoFiles, type DemoLog } from './demo-log.ts';

const bytesOf = (files: object) => Object.values(files).map((file) => readFileSync(file as string));

describe('writeDemoFiles', () => {
	it('writes the same bytes for the same seed and others for another', async () => {
		const [first, again, other] = await Promise.all([
			withDemoFiles({ rows: 3000, seed: 5 }, bytesOf),
			withDemoFiles({ rows: 3000, seed: 5 }, bytesOf),
			withDemoFiles({ rows: 3000, seed: 6 }, bytesOf)
		]);
		first.forEach((bytes, at) => {
			expect(bytes.equals(again[at] as Buffer)).toBe(true);
			expect(bytes.equals(other[at] as Buffer)).toBe(false);
		});
	});

	it('does not depend on the zone or the processors of the machine, as the command shows', async () => {
		await withDemoFiles({ rows: 1500, seed: 5 }, (files, folder) => {
			const out = join(folder, 'elsewhere');
			// One processor only, where the system can say so.
			const command = [
				process.execPath,
				'scripts/demo.ts',
				'--rows',
				'1500',
				'--seed',
				'5',
				'--out',
				out
			];
			execFileSync(
				'sh',
				[
					'-c',
					'command -v taskset >/dev/null && exec taskset -c 0 "$@"; exec "$@"',
					'sh',
					...command
				],
				{
					env: { ...process.env, TZ: 'America/New_York', NODE_OPTIONS: '' }
				}
			);
			for (const [at, name] of ['complaints.csv', 'orders.csv', 'truth.json'].entries())
				expect(readFileSync(join(out, name)).equals(bytesOf(files)[at] as Buffer)).toBe(true);
		});
	});

	it('leaves nothing but the three files in the folder', async () => {
		const names = await withDemoFiles({ rows: 1, seed: 1 }, (_, folder) => readdirSync(folder));
		expect(names.sort()).toEqual(['complaints.csv', 'orders.csv', 'truth.json']);
	});

	it('refuses counts and seeds that are no whole numbers', async () => {
		for (const wrong of [{ rows: 0 }, { rows: 1.5 }, { rows: NaN }, { seed: 0.5 }])
			await expect(
				writeDemoFiles({ rows: 10, seed: 1, folder: '/nowhere', ...wrong })
			).rejects.toThrow(RangeError);
	});

	it('makes the committed sample byte for byte', async () => {
		const part = { shop: '知行图书专营店', since: '2025-09-01' };
		await withDemoFiles({ rows: 60_000, seed: 2025, part }, (files) => {
			for (const name of ['complaints', 'orders'] as const)
				expect(readFileSync(files[name]).equals(readFileSync(`data/sample/${name}.csv`))).toBe(
					true
				);
		});
	});
});

describe('a demo log', () => {
	let log: DemoLog;
	let text: string;
	beforeAll(async () => {
		await withDemoFiles({ rows: 20_000, seed: 11 }, (files) => {
			log = readLog(files);
			text = readFileSync(files.complaints, 'utf8');
		});
	});

	it('has exactly the rows asked for, each with a number of its own, in order of receipt', () => {
		expect(log.cases).toHaveLength(20_000);
		expect(log.truth.proportions.cases).toBe(20_000);
		const numbers = log.cases.map((record) => record['投诉编号'] ?? '');
		expect(new Set(numbers).size).toBe(20_000);
		expect(numbers).toEqual([...numbers].sort());
		const times = log.cases.map((record) => record['投诉时间'] ?? '');
		expect(times).toEqual([...times].sort());
	});

	it('begins with a byte order mark and headers the import knows by name', () => {
		expect(text.charCodeAt(0)).toBe(0xfeff);
		const unknown = Object.keys(log.cases[0] ?? {}).filter(
			(header) => (matchHeader(header)[0]?.likeness ?? 0) < 0.5
		);
		expect(unknown).toEqual(['快递公司']);
		const targets = Object.keys(log.orders[0] ?? {}).map(
			(header) => matchHeader(header)[0]?.target
		);
		expect(targets).toEqual(['day', 'shop', 'product_category', 'orders']);
	});

	it('keeps the stages of a case in order and nothing after the as-of instant', () => {
		const stages = [
			'投诉时间',
			'受理时间',
			'首次响应时间',
			'派单时间',
			'部门受理时间',
			'调查完成时间',
			'提出方案时间',
			'告知时间',
			'处理完成时间',
			'结案时间',
			'回访时间'
		];
		for (const record of log.cases) {
			const times = stages.map((stage) => record[stage] ?? '').filter((time) => time !== '');
			expect(times).toEqual([...times].sort());
			expect((times.at(-1) ?? '') < '2025-11-19').toBe(true);
		}
	});

	it('has the proportions of a plausible log', () => {
		const share = (keep: (record: (typeof log.cases)[number]) => boolean) =>
			log.cases.filter(keep).length / log.cases.length;
		const between = (value: number, low: number, high: number) => {
			expect(value).toBeGreaterThan(low);
			expect(value).toBeLessThan(high);
		};
		between(
			share((r) => r['满意度'] === ''),
			0.55,
			0.6
		);
		between(
			share((r) => Number(r['二次处理次数']) > 0),
			0.05,
			0.07
		);
		between(
			share((r) => r['投诉类别'] === ''),
			0.005,
			0.03
		);
		between(
			share((r) => r['状态'] === '已结案' && r['结案时间'] === ''),
			0.005,
			0.02
		);
		between(
			share((r) => !/已结案|已撤诉/.test(r['状态'] ?? '')),
			0.005,
			0.03
		);
		between(
			share((r) => r['渠道'] === 'App'),
			0.38,
			0.44
		);
		between(
			share((r) => r['渠道'] === '小程序'),
			0.24,
			0.3
		);
		between(
			share((r) => r['是否受理'] === '是'),
			0.7,
			0.74
		);
		const orders = log.orders.reduce((sum, row) => sum + Number(row['订单数']), 0);
		between((log.cases.length * 1000) / orders, 7.5, 8.5);
		for (const [header, least] of [
			['二级分类', 50],
			['商品', 110],
			['处理人', 60],
			['店铺', 12]
		] as const)
			expect(new Set(log.cases.map((r) => r[header])).size).toBeGreaterThanOrEqual(least);
	});

	it('has narratives that try a reader: commas, quotes, line breaks, phones and addresses', () => {
		const told = log.cases.map((record) => record['投诉内容'] ?? '');
		expect(new Set(told).size).toBeGreaterThan(19_000);
		for (const sign of [',', '"', '\n', /1990000\d{4}/, /user\d+@example\.com/])
			expect(told.filter((story) => story.search(sign) >= 0).length).toBeGreaterThan(100);
		expect(told.every((story) => story.length > 5)).toBe(true);
	});
});
