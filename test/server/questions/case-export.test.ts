import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { csvOfCases } from '#lib/server/questions/case-csv.ts';
import { exportCases } from '#lib/server/questions/case-export.ts';
import { xlsxOfCases } from '#lib/server/questions/case-xlsx.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

let opened: DuckDbWarehouse;
beforeAll(async () => {
	opened = await openFixture(
		[
			{
				case_no: '202511010000000001',
				order_no: '007',
				received: '2025-11-01 09:03',
				responded: '2025-11-01 09:33',
				category: '=HYPERLINK("http://x","y")',
				satisfaction: 4,
				amount: -12.5,
				narrative: '第一行\n"第二行"，请回电13812345678',
				extra: { '快递,公司': '云途 a@b.cn', Empty: null }
			},
			{
				case_no: '-2',
				received: '2025-11-02 23:30',
				narrative: `late\u0001\u000bagain`,
				product: 'x'.repeat(33_000)
			},
			{ case_no: '3', received: '2025-11-03 00:00' }
		],
		{ asOf: '2025-11-04 00:00' }
	);
	serve(opened);
});
afterAll(() => opened.close());

async function exported() {
	return exportCases(await scopeOf(localPerson, emptyFilter));
}
async function bytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
const namesOf = ({ columns }: Awaited<ReturnType<typeof exported>>) =>
	columns.map(({ name }) => name);

test('a CSV is UTF-8 with its mark, has every row, wall times, masked texts and no formula', async () => {
	const cases = await exported();
	expect(cases.count).toBe(3);
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
		await bytes(csvOfCases(cases, namesOf(cases)))
	);
	expect(text.charCodeAt(0)).toBe(0xfeff);
	const rows = utils.sheet_to_json<Record<string, string>>(
		read(text.slice(1), { type: 'string', raw: true }).Sheets.Sheet1!,
		{ raw: false }
	);
	expect(rows).toHaveLength(3);
	expect(rows[0]).toMatchObject({
		source: 'log',
		case_no: '202511010000000001',
		order_no: '007',
		received_at: '2025-11-01 09:03:00',
		category: '\'=HYPERLINK("http://x","y")',
		amount: '-12.5',
		narrative: '第一行\n"第二行"，请回电138****5678',
		'extra:快递,公司': '云途 a***@***',
		state: 'open'
	});
	expect(rows[1]).toMatchObject({ case_no: "'-2", received_at: '2025-11-02 23:30:00' });
});

test('a workbook keeps numbers of cases as text and times as true dates, and opens with odd characters', async () => {
	const cases = await exported();
	const book = read(await bytes(xlsxOfCases(cases, namesOf(cases), 'Cases: 3 rows?')), {
		cellNF: true
	});
	expect(book.SheetNames).toEqual(['Cases  3 rows ']);
	const sheet = book.Sheets[book.SheetNames[0]!]!;
	const column = (name: string) => utils.encode_col(namesOf(cases).indexOf(name));
	expect(sheet[`${column('case_no')}2`]).toMatchObject({ t: 's', v: '202511010000000001' });
	expect(sheet[`${column('order_no')}2`]).toMatchObject({ t: 's', v: '007' });
	// 1 November 2025 is day 45,962 of Excel; 09:03 is 543 of 1,440 minutes.
	const received = sheet[`${column('received_at')}2`];
	expect(received).toMatchObject({ t: 'n', z: 'yyyy-mm-dd hh:mm:ss' });
	expect(received?.v).toBeCloseTo(45_962 + 543 / 1440, 8);
	expect(sheet[`${column('category')}2`]).toMatchObject({
		t: 's',
		v: '=HYPERLINK("http://x","y")'
	});
	expect(sheet[`${column('category')}2`]).not.toHaveProperty('f');
	expect(sheet[`${column('satisfaction')}2`]).toMatchObject({ t: 'n', v: 4 });
	expect(sheet[`${column('narrative')}3`]).toMatchObject({ v: 'lateagain' });
	expect(String(sheet[`${column('product')}3`]?.v)).toHaveLength(32_767);
});

test('rows above the limit of a sheet go on in further sheets, none lost, the head repeated', async () => {
	const cases = await exported();
	const book = read(await bytes(xlsxOfCases(cases, namesOf(cases), 'Cases', 3)));
	const numbers = book.SheetNames.map((name) =>
		utils.sheet_to_json<{ case_no: string }>(book.Sheets[name]!).map((row) => row.case_no)
	);
	expect(numbers).toEqual([['202511010000000001', '-2'], ['3']]);
});
