import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { id, loadRows, openEmpty, plainTime, received } from '../../fixtures/canonical.ts';
import { asked, warned } from '../../real/logs.ts';

let store: DuckDbWarehouse;
beforeEach(async () => {
	store = await openEmpty();
});
afterEach(() => store.close());

test('a stated duration stands where the time is missing, a negative one counts nowhere and is listed', async () => {
	const entry = await loadRows(store, {
		columns: [
			id,
			received,
			{ target: 'first_response_at', form: plainTime },
			{ target: 'first_response_minutes', form: { kind: 'duration', unit: 'minutes' } },
			{ target: 'closed_at', form: plainTime },
			{ target: 'status' }
		],
		rows: [
			['A', '2025-01-02 10:00', '2025-01-02 10:30', '99', '2025-01-03 10:00', '已结案'],
			['B', '2025-01-02 10:00', '', '1小时20分', '', '处理中'],
			['C', '2025-01-02 10:00', '2025-01-02 09:00', '', '2025-01-01 10:00', '已结案'],
			['D', '2025-01-02 10:00', '', '', '', '已关闭'],
			['E', '2025-01-02 10:00', '', '', '', '']
		]
	});
	expect(
		await asked(
			store,
			'select case_no, state, first_response_minutes as response, resolution_minutes as resolution, warnings from complaint order by 1'
		)
	).toEqual([
		{
			case_no: 'A',
			state: 'resolved',
			response: 30,
			resolution: 1440,
			warnings: ['stated_duration_differs']
		},
		{ case_no: 'B', state: 'open', response: 80, resolution: null, warnings: null },
		{
			case_no: 'C',
			state: 'resolved',
			response: null,
			resolution: null,
			warnings: ['negative_first_response', 'negative_resolution']
		},
		{
			case_no: 'D',
			state: 'time_missing',
			response: null,
			resolution: null,
			warnings: ['closed_without_end']
		},
		{ case_no: 'E', state: 'open', response: null, resolution: null, warnings: null }
	]);
	expect(warned(entry)).toEqual({
		'stated_duration_differs in first_response_minutes': 1,
		'closed_without_end in status': 1,
		'negative_first_response in first_response_at': 1,
		'negative_resolution in closed_at': 1
	});
});

test('a default time is suspected only where it stands out', async () => {
	const rows = Array.from({ length: 400 }, (_, index): [string, string, string] => [
		`C${index}`,
		`2025-01-02 ${String(8 + Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
		index < 30
			? '2025-02-01 00:00'
			: `2025-01-03 ${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`
	]);
	const entry = await loadRows(store, {
		columns: [id, received, { target: 'first_response_at', form: plainTime }],
		rows
	});
	expect(entry.warnings).toEqual([
		{
			code: 'repeated_time',
			column: 'first_response_at',
			count: 30,
			rows: 'repeated_time:first_response_at:2025-02-01 00:00',
			value: '2025-02-01 00:00'
		}
	]);
	// Date-only columns repeat by nature.
	const days = await loadRows(store, {
		columns: [id, received],
		rows: rows.map(([name], index) => [`D${name}`, index < 300 ? '2025-01-02' : '2025-01-03'])
	});
	expect(days.warnings.filter(({ code }) => code === 'repeated_time')).toEqual([]);
});

test('ids that lost digits in a spreadsheet are marked, words a dictionary does not know too', async () => {
	const entry = await loadRows(store, {
		columns: [
			id,
			received,
			{ target: 'order_no' },
			{ target: 'category', form: { kind: 'text', values: { 质量: '产品质量' } } }
		],
		rows: [
			['A', '2025-01-02', '1.23E+17', '质量 '],
			['B', '2025-01-02', '123456789012345000', '物流'],
			['C', '2025-01-02', '123456789012345678', '产品质量'],
			['D', '2025-01-02', '12345', '']
		]
	});
	expect(warned(entry)).toEqual({ 'lost_digits in order_no': 2, 'unmatched_value in category': 1 });
	expect(await asked(store, 'select category from complaint order by case_no')).toEqual([
		{ category: '产品质量' },
		{ category: '物流' },
		{ category: '产品质量' },
		{ category: null }
	]);
});

test('a stated duration is held against the times it lies between, as exactly as its column is written', async () => {
	const minutes = { kind: 'duration', unit: 'minutes' } as const;
	const entry = await loadRows(store, {
		columns: [
			id,
			received,
			{ target: 'first_response_at', form: plainTime },
			{ target: 'first_response_minutes', form: minutes },
			{ target: 'closed_at', form: plainTime },
			{ target: 'resolution_minutes', form: { kind: 'duration', unit: 'hours' } }
		],
		rows: [
			// 30 min measured; a column in minutes allows two.
			['A', '2025-01-02 10:00', '2025-01-02 10:30', '32', '2025-01-02 12:59', '2'],
			['B', '2025-01-02 10:00', '2025-01-02 10:30', '33', '', ''],
			// 2 h 59 min measured, whole hours stated: 2 and 4 may be rounded, 1 and 5 are not.
			['C', '2025-01-02 10:00', '', '', '2025-01-02 12:59', '4'],
			['D', '2025-01-02 10:00', '', '7', '2025-01-02 12:59', '5'],
			['E', '2025-01-02 10:00', '', '', '2025-01-02 12:59', '1'],
			['F', '2025-01-02 10:00', '', '', '', '99']
		]
	});
	expect(warned(entry)).toMatchObject({ stated_duration_differs: 3 });
	expect(
		await asked(
			store,
			"select case_no from complaint where list_contains(warnings, 'stated_duration_differs') order by 1"
		)
	).toEqual([{ case_no: 'B' }, { case_no: 'D' }, { case_no: 'E' }]);
});

test('durations in whole days between two days allow a day for each', async () => {
	const entry = await loadRows(store, {
		columns: [
			id,
			received,
			{ target: 'closed_at', form: plainTime },
			{ target: 'resolution_minutes', form: { kind: 'duration', unit: 'days' } }
		],
		rows: [
			['A', '2025-01-02', '2025-01-05', '5'],
			['B', '2025-01-02', '2025-01-05', '6'],
			['C', '2025-01-02', '2025-01-05', '1']
		]
	});
	expect(warned(entry)).toEqual({ 'stated_duration_differs in resolution_minutes': 1 });
});
