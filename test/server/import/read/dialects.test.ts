import { describe, expect, test } from 'vitest';
import { canonicalRows, fileOf } from './real-data.ts';

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
