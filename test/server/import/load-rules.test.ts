import { afterEach, beforeEach, expect, test } from 'vitest';
import { ledger, loadDetails } from '#lib/server/import/ledger.ts';
import type { Form } from '#lib/import/mapping.ts';
import { planOf } from '#lib/server/import/load/plan.ts';
import { quarantineCsv } from '#lib/server/import/quarantine-csv.ts';
import { undo } from '#lib/server/import/undo.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import {
	canonicalOf,
	loadRows,
	mappingOf,
	openEmpty,
	plainTime
} from '../../fixtures/canonical.ts';
import { asked, tester, warned } from '../../real/logs.ts';

let store: DuckDbWarehouse;
beforeEach(async () => {
	store = await openEmpty();
});
afterEach(() => store.close());

const id = { target: 'case_no' } as const;
const received = { target: 'received_at', form: plainTime } as const;

test('a row without id or time, or with a value nobody can read, is set aside with line, column and reason', async () => {
	const entry = await loadRows(store, {
		columns: [
			id,
			received,
			{ target: 'amount', header: '退款金额' },
			{ target: 'satisfaction' },
			{ target: 'resolved_at', form: plainTime }
		],
		rows: [
			['A', '2025-01-02 03:04', '1,234.50元', '5', ''],
			['', '2025-01-02 03:04', '1', '5', ''],
			['C', ' ', '1', '5', ''],
			['D', '2025-13-40 00:00', '1', '5', ''],
			['E', '2025-01-02', 'a lot', '5', ''],
			['F', '2025-01-02', '１２', '7', ''],
			['G', '2025-01-02', '-', '未评价', 'yesterday'],
			['H', '2025-01-02', '(3)', 'n/a', '']
		]
	});
	expect(entry).toMatchObject({ rowsRead: 8, loaded: 2, updated: 0, unchanged: 0, quarantined: 6 });
	const details = await loadDetails(store, entry.loadId);
	expect(
		details?.setAside.map(({ line, reason, column, value }) => [line, reason, column, value])
	).toEqual([
		[3, 'no_case_no', 'case_no', null],
		[4, 'no_received_time', 'received_at', null],
		[5, 'unreadable_time', 'received_at', '2025-13-40 00:00'],
		[6, 'unreadable_number', '退款金额', 'a lot'],
		[7, 'unreadable_score', 'satisfaction', '7'],
		[8, 'unreadable_time', 'resolved_at', 'yesterday']
	]);
	expect(
		await asked(store, 'select case_no, amount, satisfaction from complaint order by 1')
	).toEqual([
		{ case_no: 'A', amount: 1234.5, satisfaction: 5 },
		{ case_no: 'H', amount: -3, satisfaction: null }
	]);
});

test('the download of rows set aside is safe in a spreadsheet and holds their fields as they came', async () => {
	const entry = await loadRows(store, {
		columns: [id, received, { target: 'narrative' }],
		rows: [
			['A', 'soon', '=HYPERLINK("http://x")'],
			['B', 'later', 'two\nlines, and a comma']
		]
	});
	let text = '';
	for await (const piece of (await quarantineCsv(store, entry.loadId)) ?? []) text += piece;
	expect(text).toBe(
		'\uFEFFline,reason,column,value,case_no,received_at,narrative\r\n' +
			'2,unreadable_time,received_at,soon,A,soon,"\'=HYPERLINK(""http://x"")"\r\n' +
			'3,unreadable_time,received_at,later,B,later,"two\nlines, and a comma"\r\n'
	);
});

test('an id that stands twice: the same words count as unchanged, other words as an update that keeps the first', async () => {
	const entry = await loadRows(store, {
		columns: [id, received, { target: 'channel' }],
		rows: [
			['A', '2025-01-02', 'app'],
			['A', '2025-01-02', 'app'],
			['B', '2025-01-02', 'app'],
			['B', '2025-01-02', 'web'],
			['C', '2025-01-02', 'app']
		]
	});
	expect(entry).toMatchObject({ rowsRead: 5, loaded: 3, updated: 1, unchanged: 1, quarantined: 0 });
	expect(warned(entry)).toEqual({ duplicate_id_same: 1, duplicate_id_differs: 1 });
	expect(
		await asked(
			store,
			"select channel, file_line from complaint_version where case_no = 'B' order by 2"
		)
	).toEqual([
		{ channel: 'app', file_line: 4 },
		{ channel: 'web', file_line: 5 }
	]);
});

test('rows without an id are cases of their own, twins too, and the same file again changes nothing', async () => {
	const file = {
		columns: [received, { target: 'channel' }],
		rows: [
			['2025-01-02', 'app'],
			['2025-01-02', 'app'],
			['2025-01-02', 'web']
		]
	} as const;
	const entry = await loadRows(store, file);
	expect(entry).toMatchObject({ loaded: 3 });
	expect(warned(entry)).toEqual({ identical_rows: 1 });
	expect(await loadRows(store, file)).toMatchObject({ loaded: 0, unchanged: 3 });
});

test('a person stands in the case table as a key only, the same for one phone number in two spellings', async () => {
	await loadRows(store, {
		columns: [id, received, { target: 'customer_name' }, { target: 'customer_phone' }],
		rows: [
			['A', '2025-01-02', '王伟', '138 0000 1111'],
			['B', '2025-01-03', '王先生', '13800001111'],
			['C', '2025-01-03', '王伟', ''],
			['D', '2025-01-03', '王伟', '']
		]
	});
	const cases = await asked<{ case_no: string; customer: string }>(
		store,
		'select case_no, customer from complaint order by case_no'
	);
	const [a, b, c, d] = cases.map(({ customer }) => customer);
	expect(a).toMatch(/^[0-9a-f]{32}$/);
	expect(b).toBe(a);
	// One name is not one person.
	expect(new Set([a, c, d]).size).toBe(3);
	const [text] = await asked<{ text: string }>(
		store,
		'select string_agg(complaint::varchar) as text from complaint'
	);
	expect(text?.text).not.toMatch(/王|138/);
	expect(await asked(store, 'select count(*) as n from person_detail')).toEqual([{ n: 3 }]);
	await undo(store, 1, tester);
	expect(await asked(store, 'select count(*) as n from person_detail')).toEqual([{ n: 0 }]);
});

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
		{ case_no: 'A', state: 'resolved', response: 30, resolution: 1440, warnings: null },
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
		'closed_without_end in status': 1,
		'negative_first_response in first_response_at': 1,
		'negative_resolution in closed_at': 1
	});
});

test('days and weeks are those of the business zone, whatever zone the log is written in', async () => {
	await loadRows(store, {
		columns: [id, received],
		rows: [['A', '2025-03-30 20:30']],
		order: { zone: 'America/New_York' }
	});
	expect(
		await asked(
			store,
			'select received_at::varchar as at_utc, received_day::varchar as day, received_week::varchar as week, received_month::varchar as month from complaint'
		)
		// 20:30 in New York (summer time) is 00:30 UTC and 08:30 of Monday the 31st in Shanghai.
	).toEqual([
		{ at_utc: '2025-03-31 00:30:00', day: '2025-03-31', week: '2025-03-31', month: '2025-03-01' }
	]);
});

test('a source tells up to its latest time, or up to when a person said', async () => {
	const file = { columns: [id, received], rows: [['A', '2025-03-30 20:30']] } as const;
	expect((await loadRows(store, file)).asOf).toBe(Date.UTC(2025, 2, 30, 12, 30));
	await loadRows(store, { ...file, order: { asOf: Date.UTC(2025, 3, 1) } });
	const source = 'select as_of::varchar as as_of, as_of_confirmed from source';
	expect(await asked(store, source)).toEqual([
		{ as_of: '2025-04-01 00:00:00', as_of_confirmed: true }
	]);
	await undo(store, 2, tester);
	expect(await asked(store, source)).toEqual([
		{ as_of: '2025-03-30 12:30:00', as_of_confirmed: false }
	]);
	await undo(store, 1, tester);
	expect(await asked(store, source)).toEqual([]);
});

test('orders of a day, shop and category: the later load replaces, undo brings the earlier back', async () => {
	const columns = [
		{ target: 'day', form: plainTime },
		{ target: 'shop' },
		{ target: 'orders' }
	] as const;
	const first = await loadRows(store, {
		kind: 'orders',
		columns,
		rows: [
			['2025-01-01', 'X', '100'],
			['2025-01-01', 'Y', '40'],
			['2025-01-01', 'Y', '2'],
			['2025-01-02', 'X', 'many'],
			['2025-01-02', 'X', '7'],
			['2025-01-02', 'X', '7']
		]
	});
	expect(first).toMatchObject({ rowsRead: 6, loaded: 4, unchanged: 1, quarantined: 1 });
	expect(warned(first)).toEqual({ summed_rows: 2, identical_rows: 1 });
	const second = await loadRows(store, {
		kind: 'orders',
		columns,
		rows: [
			['2025-01-01', 'X', '111'],
			['2025-01-01', 'Y', '42']
		]
	});
	expect(second).toMatchObject({ loaded: 0, updated: 1, unchanged: 1 });
	const orders = 'select day::varchar as day, shop, orders from orders order by 1, 2';
	expect(await asked(store, orders)).toEqual([
		{ day: '2025-01-01', shop: 'X', orders: 111 },
		{ day: '2025-01-01', shop: 'Y', orders: 42 },
		{ day: '2025-01-02', shop: 'X', orders: 7 }
	]);
	await undo(store, second.loadId, tester);
	expect((await asked<{ orders: number }>(store, orders)).map((row) => row.orders)).toEqual([
		100, 42, 7
	]);
	await undo(store, first.loadId, tester);
	expect(await asked(store, orders)).toEqual([]);
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

test('a load undone once cannot be undone again, and its entry and rows set aside stay', async () => {
	const entry = await loadRows(store, {
		columns: [id, received],
		rows: [
			['A', '2025-01-02'],
			['B', '?']
		]
	});
	expect(await undo(store, entry.loadId, tester)).toEqual({ removed: 1, restored: 0 });
	expect(await undo(store, entry.loadId, tester)).toEqual({
		problem: { code: 'already_undone', facts: { load: entry.loadId } }
	});
	expect(await undo(store, 99, tester)).toMatchObject({ problem: { code: 'no_such_load' } });
	const [listed] = await ledger(store);
	expect(listed).toMatchObject({
		quarantined: 1,
		undoneBy: { id: 'tester', assurance: 'declared' }
	});
	expect((await loadDetails(store, entry.loadId))?.setAside).toHaveLength(1);
});

test('a mapping is refused where a field is given twice, a time has no format, or the header is another', () => {
	const plan = (columns: Parameters<typeof mappingOf>[0]['columns'], header?: string[]) => {
		const file = { columns, rows: [] };
		const canonical = canonicalOf(store, file);
		const result = planOf(mappingOf(file), { ...canonical, ...(header && { header }) });
		return 'problem' in result ? result.problem.code : 'accepted';
	};
	expect(plan([id, received])).toBe('accepted');
	expect(plan([id, id, received])).toBe('field_given_twice');
	expect(plan([id, { target: 'received_at' }])).toBe('time_without_format');
	expect(plan([{ target: 'channel' }])).toBe('field_missing');
	expect(plan([id, received], ['case_no', 'closed'])).toBe('mapping_does_not_fit');
	const ambiguous: Form = { kind: 'time', formats: ['%d/%m/%Y'], order: 'ambiguous' };
	expect(plan([id, { target: 'received_at', form: ambiguous }])).toBe('date_order');
});
