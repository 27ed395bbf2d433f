import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { canonicalise } from '#lib/server/import/read/canonicalise.ts';
import { inspect } from '#lib/server/import/read/inspect.ts';
import { canonicalRows, newFolder } from './real-data.ts';

async function fileOf(content: string | Buffer, name = 'log.csv'): Promise<string> {
	const path = join(await newFolder(), name);
	await writeFile(path, content);
	return path;
}

/** 投诉 as GB18030 and Big5 write it. */
const gb = Buffer.from([0xcd, 0xb6, 0xcb, 0xdf]);
const big5 = Buffer.from([0xa7, 0xeb, 0xb6, 0x44]);

describe('records of another shape', () => {
	test('an open quote costs its own line, not the good records behind it', async () => {
		const { file, rows } = await canonicalRows(
			await fileOf('id,text,score\n1,"open,5\n2,"fine",4\n3,"also\nfine",3\n4,x,2\n')
		);
		expect(rows).toEqual([
			['2', 'fine', '4'],
			['3', 'also\nfine', '3'],
			['4', 'x', '2']
		]);
		expect(file.rejects).toEqual([
			{
				line: 2,
				reason: 'unclosed_quote',
				fields: expect.any(Number),
				expected: 3,
				raw: '1,"open,5'
			}
		]);
	});

	test('an open quote at the end of a large file does not swallow the rest', async () => {
		const good = Array.from({ length: 100_000 }, (_, at) => `${at},text ${at},3`);
		const text = ['id,text,score', ...good.slice(0, 10), '10,"open,3', ...good.slice(11)].join(
			'\n'
		);
		const { file } = await canonicalRows(await fileOf(`${text}\n`));
		expect([file.records, file.rejected]).toEqual([99_999, 1]);
		expect(file.rejects[0]).toMatchObject({
			line: 12,
			reason: 'unclosed_quote',
			raw: '10,"open,3'
		});
	});

	test('a record of a quoted narrative with a field too few is one report, not two', async () => {
		const { file, rows } = await canonicalRows(
			await fileOf('id,text,score\n1,"two\nlines"\n2,"ok",3\n4,ok,4\n')
		);
		expect(rows.map((row) => row[0])).toEqual(['2', '4']);
		expect(file.rejects).toEqual([
			{ line: 2, reason: 'too_few_fields', fields: 2, expected: 3, raw: '1,"two\nlines"' }
		]);
	});

	test('a quote within a quoted text is kept where it cannot be mistaken', async () => {
		const { file, rows } = await canonicalRows(
			await fileOf('id,text,score\n1,"he said "no" twice",3\n2,5" pipe,4\n3,"a,"b,c",x\n')
		);
		expect(rows).toEqual([
			['1', 'he said "no" twice', '3'],
			['2', '5" pipe', '4']
		]);
		expect(file.warnings).toContainEqual({ code: 'stray_quotes', facts: {}, count: 1 });
		expect(file.rejected).toBe(1);
	});

	test('a last record cut short is set aside as truncated', async () => {
		const { file } = await canonicalRows(await fileOf('id,text,score\n1,a,5\n2,b,4\n3,c'));
		expect(file.rejects).toEqual([
			{ line: 4, reason: 'truncated', fields: 2, expected: 3, raw: '3,c' }
		]);
	});

	test('a totals row at the bottom is no case', async () => {
		const { file } = await canonicalRows(
			await fileOf('日期,店铺,订单数\n2024-05-01,甲,10\n2024-05-02,乙,20\n合计,,30\n')
		);
		expect(file.records).toBe(2);
		expect(file.rejects).toMatchObject([{ line: 4, reason: 'totals_row', raw: '合计,,30' }]);
	});

	test('a case of a shop called Total is no totals row', async () => {
		const { file } = await canonicalRows(await fileOf('shop,id,score\nAral,1,5\nTotal,2,4\n'));
		expect([file.records, file.rejected]).toEqual([2, 0]);
	});

	test('an empty field behind every record is an unnamed column, not a fault', async () => {
		const path = await fileOf('id,text,score\n1,a,5,\n2,b,4,\n3,c,3,\n');
		const { file } = await canonicalRows(path);
		expect([file.records, file.rejected]).toEqual([3, 0]);
		expect(file.columns).toEqual(['id', 'text', 'score', 'column 4']);
		expect((await inspect(path)).columns[3]?.target).toBe('skip');
	});

	test('a file whose records all leave the last columns out is filled up, and says so', async () => {
		const { file, rows } = await canonicalRows(
			await fileOf('id,text,score,note,flag\n1,a,5\n2,b,4\n3,c,3\n')
		);
		expect(rows[0]).toEqual(['1', 'a', '5', '', '']);
		expect(file.warnings).toContainEqual({ code: 'short_records_filled', facts: {}, count: 3 });
	});

	test('one short record among full ones is set aside, not filled up', async () => {
		const { file } = await canonicalRows(await fileOf('id,text,score\n1,a,5\n2,b\n3,c,3\n4,d,2\n'));
		expect(file.rejects).toMatchObject([{ line: 3, reason: 'too_few_fields', raw: '2,b' }]);
	});

	test('blank lines and records of empty fields are counted, not loaded', async () => {
		const { file } = await canonicalRows(await fileOf('id,text\n1,a\n\n,\n"",""\n2,b\n'));
		expect(file.records).toBe(2);
		expect(file.warnings).toContainEqual({ code: 'blank_records', facts: {}, count: 3 });
	});

	test('equal header names are told apart, and that is said', async () => {
		const seen = await inspect(await fileOf('id,date,date\n1,a,b\n2,c,d\n'));
		expect(seen.columns.map(({ name }) => name)).toEqual(['id', 'date', 'date (2)']);
		expect(seen.warnings).toContainEqual({ code: 'duplicate_headers', facts: {}, count: 1 });
	});

	test('a header of two rows with merged cells becomes one', async () => {
		const { file } = await canonicalRows(
			await fileOf(
				'投诉编号,时间,,评价\n,提交,办结,分数\n1,2024-05-01,2024-05-02,5\n2,2024-05-03,2024-05-04,4\n'
			)
		);
		expect(file.header).toEqual(['投诉编号', '时间 提交', '时间 办结', '评价 分数']);
		expect(file.records).toBe(2);
	});

	test('header only: no records, no fault', async () => {
		const { file } = await canonicalRows(await fileOf('投诉编号,投诉时间,内容\n'));
		expect([file.records, file.recordsRead]).toEqual([0, 0]);
		expect(file.header).toEqual(['投诉编号', '投诉时间', '内容']);
	});

	test('NUL bytes are taken out and counted', async () => {
		const { file, rows } = await canonicalRows(await fileOf('id,text\n1,a\0b\n2,c\n'));
		expect(rows[0]).toEqual(['1', 'ab']);
		expect(file.warnings).toContainEqual({ code: 'nul_bytes', facts: {}, count: 1 });
	});
});

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

describe('what a load can rely on', () => {
	test('an aborted read rejects with its reason', async () => {
		const text = 'id,text\n' + '1,some text that fills the file\n'.repeat(200_000);
		const path = await fileOf(text);
		const stop = new AbortController();
		const reading = canonicalise(path, {}, await newFolder(), {
			signal: stop.signal,
			onProgress: () => stop.abort(new Error('cancelled by a person'))
		});
		await expect(reading).rejects.toThrow('cancelled by a person');
	});

	test('every record set aside is in the file of rejects', async () => {
		const bad = Array.from({ length: 1500 }, (_, at) => `${at},only two\n${at},a,b\n`).join('');
		const { file } = await canonicalRows(await fileOf(`id,text,score\n${bad}`));
		const lines = (await readFile(file.rejectsPath, 'utf8')).trim().split('\n');
		expect(file.rejected).toBe(1500);
		expect(lines).toHaveLength(1500);
		expect(file.rejects).toHaveLength(1000);
		expect(JSON.parse(lines[1499] as string)).toMatchObject({ line: 3000, raw: '1499,only two' });
	});

	test.each([
		['%PDF-1.7 …', 'not_a_table'],
		['[{"id": 1}]', 'not_a_table'],
		['<!DOCTYPE html><title>Sign in</title>', 'web_page'],
		['   \n\n', 'empty_file']
	])('%s is refused', async (content, code) => {
		const refused = await canonicalise(await fileOf(content), {}, await newFolder());
		expect(refused).toMatchObject({ refusal: { code } });
	});
});

describe('dialects people meet', () => {
	test('a tab-separated dump that quotes nothing keeps its quotes as letters', async () => {
		const rows = Array.from(
			{ length: 40 },
			(_, at) => `${at}\t"open ${at}\t5" pipe\t${at % 5}`
		).join('\n');
		const { file, rows: read } = await canonicalRows(
			await fileOf(`id\ttext\tsize\tscore\n${rows}\n`, 'log.tsv')
		);
		expect(file.reading).toMatchObject({ delimiter: '\t', quote: '' });
		expect(file.rejected).toBe(0);
		expect(read[0]).toEqual(['0', '"open 0', '5" pipe', '0']);
	});

	test("Excel's line sep=; is a title", async () => {
		const { file, rows } = await canonicalRows(
			await fileOf('sep=;\nid;text;score\n1;a,b;5\n2;c;4\n')
		);
		expect(file.header).toEqual(['id', 'text', 'score']);
		expect(rows[0]).toEqual(['1', 'a,b', '5']);
	});

	test('decimal commas do not make a semicolon file a comma file', async () => {
		const { file } = await canonicalRows(
			await fileOf('id;price;score\n1;1,50;5\n2;2,75;4\n3;3,10;3\n')
		);
		expect(file.reading.delimiter).toBe(';');
	});

	test('ids that Excel wraps as formulas are no damage', async () => {
		const { file, rows } = await canonicalRows(
			await fileOf('id,order id,score\n="00123",="00456",5\n="00124",="00457",4\n')
		);
		expect(file.rejected).toBe(0);
		expect(rows[0]).toEqual(['="00123"', '="00456"', '5']);
	});

	test('title, time of export, header, totals and signature of a Chinese export', async () => {
		const { file, rows } = await canonicalRows(
			await fileOf(
				'五月客诉明细表\n导出时间,2024-06-01 09:00\n\n' +
					'投诉编号,投诉时间,类型,渠道,满意度,金额\n' +
					'A1,2024-05-01,质量,APP,5,10\nA2,2024-05-02,物流,热线,4,20\nA3,2024-05-03,售后,APP,3,5\n' +
					'合计,,,,,35\n制表人,张三\n'
			)
		);
		expect(file.header?.[0]).toBe('投诉编号');
		expect(rows.map((row) => row[0])).toEqual(['A1', 'A2', 'A3']);
		expect(file.rejects.map(({ line, reason }) => [line, reason]).sort()).toEqual([
			[8, 'totals_row'],
			[9, 'too_few_fields']
		]);
		expect(file.warnings).toContainEqual({ code: 'preamble', facts: { until: 3 }, count: 3 });
	});

	test("Excel's Unicode text (UTF-16, tabs) is read", async () => {
		const text = '\uFEFF投诉编号\t内容\tscore\r\nA1\t"两行\n文字"\t5\r\n';
		const { file, rows } = await canonicalRows(
			await fileOf(Buffer.from(text, 'utf16le'), 'log.txt')
		);
		expect(file.encoding).toMatchObject({ encoding: 'utf-16le', by: 'bom' });
		expect(rows).toEqual([['A1', '两行\n文字', '5']]);
	});
});
