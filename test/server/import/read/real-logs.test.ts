import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { mappingSchema } from '#lib/import/mapping.ts';
import { canonicalise } from '#lib/server/import/read/canonicalise.ts';
import { inspect } from '#lib/server/import/read/inspect.ts';
import { canonicalRows, hasRealData, newFolder, realFile } from './real-data.ts';

const targets = async (path: string): Promise<Record<string, string | null>> => {
	const { columns } = await inspect(path);
	return Object.fromEntries(columns.map(({ target, header }) => [target, header]));
};

describe.skipIf(!hasRealData)('real logs', () => {
	test('shopzilla: 17,182 records, the main columns found, the row numbers left out', async () => {
		const path = realFile('shopzilla-csat', 'shopzilla_support_test20.csv');
		const { file, rows } = await canonicalRows(path);
		expect([file.records, file.rejected]).toEqual([17_182, 0]);
		const count = (value: string): number => rows.filter((row) => row[2] === value).length;
		expect([count('Inbound'), count('Outcall'), count('Email')]).toEqual([13_644, 2_943, 595]);
		expect(rows.filter((row) => row[3] === 'Returns')).toHaveLength(8_834);
		expect(await targets(path)).toMatchObject({
			case_no: 'Unique id',
			channel: 'channel_name',
			category: 'category',
			subcategory: 'Sub-category',
			received_at: 'Issue_reported at',
			first_response_at: 'issue_responded',
			satisfaction: 'CSAT Score',
			narrative: 'Customer Remarks',
			agent: 'Agent_name',
			skip: ''
		});
		const seen = await inspect(path);
		const received = seen.columns.find(({ target }) => target === 'received_at');
		expect(received?.form).toEqual({
			kind: 'time',
			formats: ['%d/%m/%Y %H:%M'],
			order: 'day-first'
		});
		expect(seen.questions).toEqual([]);
		expect(seen.warnings).toContainEqual({
			code: 'repeated_time',
			column: 9,
			count: 691,
			facts: { value: '28/08/2023 00:00' }
		});
		expect(seen.sample).toEqual({ records: 17_182, whole: true });
	});

	test('comcast: date and time joined, the 609 rows with both at most 12 said, 486 of them outside', async () => {
		const seen = await inspect(realFile('comcast-fcc', 'Comcast_telecom_complaints_data.csv'));
		expect(seen.encoding).toMatchObject({ encoding: 'utf-8', by: 'bom' });
		expect(seen.columns[2]).toMatchObject({
			target: 'received_at',
			form: { order: 'day-first', timeColumn: 4, formats: ['%d-%m-%y %I:%M:%S %p', '%d-%m-%y'] }
		});
		expect(seen.warnings).toContainEqual({
			code: 'day_month_swapped',
			column: 2,
			count: 609,
			facts: { both_fit: 609, outside: 486, inside_if_swapped: 486, changed_if_swapped: 572 }
		});
	});

	test('consumidor: 45,772 records in nine files, three UTF-8 with destroyed letters, six Windows-1252', async () => {
		const files = readdirSync(realFile('consumidor-gov-br')).sort();
		let records = 0;
		const read: string[] = [];
		for (const name of files) {
			const file = await canonicalise(realFile('consumidor-gov-br', name), {}, await newFolder());
			if ('refusal' in file) throw new Error(name);
			records += file.records;
			expect(file.rejected).toBe(0);
			expect(file.header).toBeNull();
			expect(file.columns).toHaveLength(23);
			const destroyed = file.warnings.find(({ code }) => code === 'destroyed_letters')?.count ?? 0;
			read.push(`${name} ${file.encoding?.encoding} ${destroyed}`);
		}
		expect(records).toBe(45_772);
		expect(read.slice(0, 3)).toEqual([
			'2014-05.csv utf-8 70',
			'2014-06.csv utf-8 585',
			'2014-07.csv utf-8 5015'
		]);
		expect(read.slice(3).every((line) => line.endsWith('windows-1252 0'))).toBe(true);
	});

	test('consumidor: the mapping file names all 23 columns of a file without header', async () => {
		const text = await readFile('test/fixtures/mappings/consumidor.json', 'utf8');
		const mapping = mappingSchema.parse(JSON.parse(text));
		expect(mapping.columns.map(({ position }) => position)).toEqual([...Array(23).keys()]);
		const { file, rows } = await canonicalRows(
			realFile('consumidor-gov-br', '2014-08.csv'),
			mapping.reading
		);
		expect(file.records).toBe(5_404);
		const city = mapping.columns.find(({ target }) => target === 'city')?.position ?? -1;
		expect(rows[0]?.[city]).toBe('São Paulo');
	});

	test('cfpb: 62,516 rows of a workbook, true dates as ISO text', async () => {
		const path = realFile('cfpb-boa', 'Consumer_Complaints.xlsx');
		const { file, rows, lines } = await canonicalRows(path);
		expect([file.records, file.rejected]).toEqual([62_516, 0]);
		expect(file.trueDates).toEqual([2, 3]);
		expect(rows[0]?.slice(0, 5)).toEqual(['4848023', 'Referral', '2021-10-24', '2021-10-27', 'NY']);
		expect(lines[0]).toBe(2);
		const channel = (name: string): number => rows.filter((row) => row[1] === name).length;
		expect([channel('Web'), channel('Referral'), channel('Phone')]).toEqual([
			45_423, 10_766, 4_684
		]);
		const timely = (value: string): number => rows.filter((row) => row[11] === value).length;
		expect([timely('Yes'), timely('No')]).toEqual([58_619, 2_403]);
		expect(await targets(path)).toMatchObject({
			case_no: 'Complaint ID',
			received_at: 'Date received',
			channel: 'Submitted via',
			region: 'State',
			category: 'Issue',
			subcategory: 'Sub-issue'
		});
	});

	test('zh-gov: a workbook with Chinese headers, text dates and a true one in the same column', async () => {
		const path = realFile('zh-gov-messages', '附件4.xlsx');
		const { file, rows } = await canonicalRows(path);
		expect([file.records, file.rejected]).toEqual([2_816, 0]);
		expect(file.trueDates).toEqual([3]);
		expect(rows.some((row) => row[4]?.includes('\n'))).toBe(true);
		const seen = await inspect(path);
		expect(seen.columns.map(({ target }) => target)).toEqual([
			'case_no',
			'customer',
			'extra',
			'received_at',
			'narrative',
			'extra',
			'first_response_at'
		]);
		expect(seen.columns[3]?.problems.some(({ code }) => code === 'time_not_understood')).toBe(
			false
		);
	});

	test('zh-gov: a GB18030 file with Chinese headers and long texts', async () => {
		const { file } = await canonicalRows(realFile('zh-gov-messages', '增加可解释性词.csv'));
		expect(file.encoding).toMatchObject({ encoding: 'gb18030', by: 'evidence' });
		expect([file.records, file.rejected, file.columns[0]]).toEqual([2_816, 0, '留言编号']);
	});

	test('a web page named .csv is refused, not read as 377 rows', async () => {
		const path = realFile(
			'messy',
			'html_saved_as_csv',
			'311_Service_Requests_from_2010_to_Present.csv'
		);
		const refused = await canonicalise(path, {}, await newFolder());
		expect(refused).toMatchObject({ refusal: { code: 'web_page' } });
		expect((await inspect(path)).refusal?.code).toBe('web_page');
	});

	const spectrum = hasRealData ? readdirSync(realFile('messy', 'csv-spectrum', 'csvs')) : [];
	test.each(spectrum)('csv-spectrum %s reads as its JSON', async (name) => {
		const { file, rows } = await canonicalRows(realFile('messy', 'csv-spectrum', 'csvs', name));
		const unix = (text: string): string => text.replaceAll('\r\n', '\n');
		const objects = rows.map((row) =>
			Object.fromEntries(file.columns.map((column, at) => [column, unix(row[at] ?? '')]))
		);
		if (name === 'location_coordinates.csv') {
			// Its degree signs are destroyed in the file itself; its twin is of another number.
			expect(objects[0]?.['Location Coordinates']).toBe('37\uFFFD36\'37.8"N 121\uFFFD2\'17.9"W');
			expect(file.warnings).toContainEqual({ code: 'destroyed_letters', facts: {}, count: 1 });
			return;
		}
		const twin = realFile('messy', 'csv-spectrum', 'json', name.replace('.csv', '.json'));
		const records = JSON.parse(await readFile(twin, 'utf8')) as Record<string, string>[];
		const expected = records.map((record) =>
			Object.fromEntries(Object.entries(record).map(([key, value]) => [key, unix(value)]))
		);
		expect(objects).toEqual(expected);
	});
});
