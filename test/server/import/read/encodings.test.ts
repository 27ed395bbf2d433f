import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { canonicalise } from '#lib/server/import/read/canonicalise.ts';
import { inspect } from '#lib/server/import/read/inspect.ts';
import { canonicalRows, fileOf, newFolder } from './real-data.ts';

/** 投诉 as GB18030 and Big5 write it. */
const gb = Buffer.from([0xcd, 0xb6, 0xcb, 0xdf]);
const big5 = Buffer.from([0xa7, 0xeb, 0xb6, 0x44]);

describe('encodings', () => {
	const late = (bytes: Buffer): Buffer => {
		const ascii = Array.from(
			{ length: 60_000 },
			(_, at) => `${at},plain text number ${at},3\n`
		).join('');
		return Buffer.concat([
			Buffer.from(`id,text,score\n${ascii}`),
			Buffer.from('x,'),
			bytes,
			Buffer.from(',3\n')
		]);
	};

	test('a log that is ASCII for two megabytes and GB18030 at its end is not garbled', async () => {
		const { file, rows } = await canonicalRows(await fileOf(late(gb)));
		expect(rows.at(-1)).toEqual(['x', '投诉', '3']);
		expect(file.encoding).toMatchObject({ encoding: 'gb18030', by: 'evidence' });
		expect(file.warnings).toContainEqual({
			code: 'encoding_changed',
			facts: { from: 'utf-8', to: 'gb18030' },
			count: 1
		});
		expect(file.rejected).toBe(0);
	});

	test('the same with Big5', async () => {
		const { file, rows } = await canonicalRows(await fileOf(late(big5)));
		expect(rows.at(-1)).toEqual(['x', '投訴', '3']);
		expect(file.encoding?.encoding).toBe('big5');
	});

	test('a UTF-8 log with one broken character loses that record to quarantine only', async () => {
		const good = Array.from({ length: 50 }, (_, at) => `${at},退货${at},3\n`).join('');
		const broken = Buffer.concat([
			Buffer.from('x,'),
			Buffer.from([0xe9, 0x80]),
			Buffer.from(',3\n')
		]);
		const { file } = await canonicalRows(
			await fileOf(
				Buffer.concat([Buffer.from(`id,text,score\n${good}`), broken, Buffer.from(good)])
			)
		);
		expect(file.encoding?.encoding).toBe('utf-8');
		expect([file.records, file.rejected]).toEqual([100, 1]);
		expect(file.rejects[0]).toMatchObject({ line: 52, reason: 'undecodable' });
	});

	test('a chosen encoding is used', async () => {
		const path = await fileOf(Buffer.concat([Buffer.from('id,name\n1,'), big5, Buffer.from('\n')]));
		expect((await canonicalRows(path, { encoding: 'big5' })).rows).toEqual([['1', '投訴']]);
	});

	test('gzip is read through; its hash is that of the packed file', async () => {
		const packed = gzipSync('id,text\n1,退货\n');
		const path = await fileOf(packed, 'log.csv.gz');
		const { file, rows } = await canonicalRows(path);
		expect(rows).toEqual([['1', '退货']]);
		expect(file.bytes).toBe(packed.length);
		expect((await inspect(path)).gzip).toBe(true);
	});

	test('a gzip cut short is refused', async () => {
		const packed = gzipSync('id,text\n1,退货\n'.repeat(10_000));
		const path = await fileOf(packed.subarray(0, packed.length - 20), 'log.csv.gz');
		expect(await canonicalise(path, {}, await newFolder())).toEqual({
			refusal: { code: 'damaged_gzip', facts: {} }
		});
	});
});
