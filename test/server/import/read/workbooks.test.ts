import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { canonicalise } from '#lib/server/import/read/canonicalise.ts';
import { inspect } from '#lib/server/import/read/inspect.ts';
import { canonicalRows, hasRealData, newFolder, realFile } from './real-data.ts';

type Cell = string | number | boolean | Date | null;

async function workbook(
	sheets: {
		name: string;
		formats?: string[];
		rows: Cell[][];
		hidden?: boolean;
		merges?: string[];
	}[],
	dateSystem: '1900' | '1904' = '1900'
): Promise<string> {
	const bytes = await writeXlsx({
		dateSystem,
		sheets: sheets.map(({ name, formats = [], rows, hidden, merges = [] }) => ({
			name,
			rows,
			...(hidden ? { hidden } : {}),
			columns: formats.map((numFmt) => ({ numFmt })),
			merges: merges.map((range) => {
				const [from = '', to = ''] = range.split(':');
				const place = (cell: string): [number, number] => [
					cell.charCodeAt(0) - 65,
					Number(cell.slice(1)) - 1
				];
				const [startCol, startRow] = place(from);
				const [endCol, endRow] = place(to);
				return { startRow, startCol, endRow, endCol };
			})
		}))
	});
	const path = join(await newFolder(), 'log.xlsx');
	await writeFile(path, bytes);
	return path;
}

describe('workbooks', () => {
	test('zero-padded numbers keep their zeros, durations and times of day their form', async () => {
		const path = await workbook([
			{
				name: 'Log',
				formats: ['00000', '[h]:mm', 'h:mm', 'yyyy-mm-dd hh:mm', 'General'],
				rows: [
					['编号', '处理时长', '时刻', '投诉时间', '评分'],
					[123, 1.5, 0.5, 45_000.75, 4],
					[7, 0.25, 0.75, 45_001, 5]
				]
			}
		]);
		const { rows } = await canonicalRows(path);
		expect(rows).toEqual([
			['00123', '36:00:00', '12:00:00', '2023-03-15 18:00:00', '4'],
			['00007', '06:00:00', '18:00:00', '2023-03-16', '5']
		]);
	});

	test('a 1904 workbook gives the days its owner sees', async () => {
		const path = await workbook(
			[
				{
					name: 'Log',
					formats: ['General', 'yyyy-mm-dd'],
					rows: [
						['id', 'date'],
						[1, 43_538]
					]
				}
			],
			'1904'
		);
		// 43,538 days after 1904-01-01 are 2023-03-15.
		expect((await canonicalRows(path)).rows).toEqual([['1', '2023-03-15']]);
	});

	test('hidden sheets are listed and not chosen; a sheet can be chosen by name', async () => {
		const path = await workbook([
			{ name: '说明', hidden: true, rows: [['hidden'], ['x']] },
			{
				name: '投诉',
				rows: [
					['投诉编号', '满意度'],
					['A1', 5]
				]
			},
			{
				name: '订单',
				rows: [
					['日期', '订单量'],
					['2024-05-01', 9]
				]
			}
		]);
		const seen = await inspect(path);
		expect(seen.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
			['说明', true],
			['投诉', false],
			['订单', false]
		]);
		expect(seen.reading.sheet).toBe('投诉');
		expect((await canonicalRows(path, { sheet: '订单' })).rows).toEqual([['2024-05-01', '9']]);
		expect(await canonicalise(path, { sheet: 'none' }, await newFolder())).toEqual({
			refusal: { code: 'no_such_sheet', facts: { sheet: 'none' } }
		});
	});

	test('numbers of 16 digits are warned of, error cells counted once', async () => {
		const path = await workbook([
			{
				name: 'S',
				rows: [
					['id', '订单号'],
					['a', 1_234_567_890_123_450],
					['b', 12],
					['c', '#N/A']
				]
			}
		]);
		const { file, rows } = await canonicalRows(path);
		expect(rows[0]).toEqual(['a', '1234567890123450']);
		expect(file.warnings).toContainEqual({ code: 'long_numbers', facts: {}, column: 1, count: 1 });
		expect(file.warnings).toContainEqual({ code: 'error_cells', facts: {}, column: 1, count: 1 });
	});

	test('a cell merged over rows stands for all of them; title and totals are no records', async () => {
		const path = await workbook([
			{
				name: 'S',
				merges: ['A3:A4'],
				rows: [
					['五月投诉汇总', null, null],
					['店铺', '投诉编号', '满意度'],
					['甲店', 'A1', 5],
					[null, 'A2', 4],
					['乙店', 'A3', 3],
					['合计', null, 12]
				]
			}
		]);
		const { file, rows, lines } = await canonicalRows(path);
		expect(rows).toEqual([
			['甲店', 'A1', '5'],
			['甲店', 'A2', '4'],
			['乙店', 'A3', '3']
		]);
		expect(lines).toEqual([3, 4, 5]);
		expect(file.rejects).toMatchObject([{ line: 6, reason: 'totals_row' }]);
		expect(file.warnings).toContainEqual({ code: 'merged_cells_filled', facts: {}, count: 1 });
	});

	test('a file that only begins like a workbook is refused', async () => {
		const path = join(await newFolder(), 'broken.xlsx');
		await writeFile(path, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)]));
		expect(await canonicalise(path, {}, await newFolder())).toMatchObject({
			refusal: { code: 'unreadable_workbook' }
		});
	});
});

describe.skipIf(!hasRealData)('workbooks of sheetjs', () => {
	test.each(['xlsx', 'xls', 'ods'])(
		'dates of 1900 and 1904 agree with their text twins (.%s)',
		async (kind) => {
			for (const system of ['1900', '1904']) {
				const path = realFile('messy', 'sheetjs', '1904', `${system}.${kind}`);
				const { rows, file } = await canonicalRows(path);
				expect(rows).toHaveLength(5);
				for (const row of rows) expect(row[1]).toBe(row[2]);
				expect(file.trueDates).toEqual([1]);
			}
		}
	);

	test('every sheet opens; hidden ones are known', async () => {
		const seen = await inspect(realFile('messy', 'sheetjs', 'sheet_visibility.xlsx'));
		expect(seen.sheets.map(({ hidden }) => hidden)).toEqual([false, true, true]);
		const errors = await canonicalRows(realFile('messy', 'sheetjs', 'ErrorTypes.xlsx'));
		expect(errors.rows[0]?.[0]).toBe('#NULL!');
		const merged = await canonicalRows(realFile('messy', 'sheetjs', 'merge_cells.xlsx'));
		expect(merged.file.recordsRead).toBe(4);
	});
});
