import { expect, test } from 'vitest';
import { inspectText } from '#lib/import/inspect-bytes.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const record = (at: number): string =>
	`C${at},2024-03-${two(1 + (at % 28))} 10:${two(at % 60)},退货`;
const log = (from: number, to: number, write = record): string[] =>
	Array.from({ length: to - from }, (_, at) => write(from + at));

const late = (at: number): string => `C${at},${1 + (at % 28)}.3.2024 10:00,物流`;
const text = ['case_no,received_at,category', ...log(0, 30_000), ...log(30_000, 40_000, late), ''];

test('of the first part of a large log the first thousands and rows from all over are looked at', () => {
	const { sample, columns, warnings } = inspectText(text.join('\n'), { whole: false });
	expect(sample.whole).toBe(false);
	expect(sample.records).toBeGreaterThan(4000);
	expect(sample.records).toBeLessThan(17_000);
	// What begins three quarters down is seen: another way to write times, another category.
	expect(warnings).toContainEqual(expect.objectContaining({ code: 'time_formats' }));
	expect(columns[2]?.samples).toEqual(['退货', '物流']);
	const [share = 0] = columns.map(({ filledShare }) => filledShare);
	expect(share).toBe(1);
});

test('a whole log is counted to the last row', () => {
	const { sample, warnings } = inspectText(text.join('\n'), { whole: true });
	expect(sample).toEqual({ records: 40_000, whole: true });
	expect(warnings).toContainEqual(expect.objectContaining({ code: 'time_formats', count: 40_000 }));
});

test('quoted, escaped and bare forms of a value are one value', () => {
	const rows = ['no,note', '1,"a ""b"""', '2,退货', '3,"退货"', '4,"a ""b"""', '5,'];
	const { columns } = inspectText(rows.join('\n'), { whole: true });
	expect(columns[1]?.samples).toEqual(['a "b"', '退货']);
	expect(columns[1]?.filledShare).toBe(0.8);
});

test('a column that asks whether a case was late is said to be read the other way round', () => {
	const rows = ['投诉编号,投诉时间,是否超时', 'A,2025-01-20 09:00,是', 'B,2025-01-21 09:00,否'];
	const { columns, warnings } = inspectText(rows.join('\n'), { whole: true });
	expect(columns[2]?.target).toBe('on_time');
	expect(warnings).toContainEqual(
		expect.objectContaining({ code: 'flag_turned', column: 2, count: 2 })
	);
});
