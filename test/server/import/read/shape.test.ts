import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { canonicalise } from '#lib/server/import/read/canonicalise.ts';
import { inspect } from '#lib/server/import/read/inspect.ts';
import { canonicalRows, fileOf, newFolder } from './real-data.ts';

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
