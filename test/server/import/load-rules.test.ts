import { afterEach, beforeEach, expect, test } from 'vitest';
import { ledger, loadDetails } from '#lib/server/import/ledger.ts';
import type { Form } from '#lib/import/mapping.ts';
import { planOf } from '#lib/server/import/load/plan.ts';
import { undo, wouldUndo } from '#lib/server/import/undo.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowOf, rowsOf } from '#lib/server/warehouse/rows.ts';
import { downloaded } from '../../fixtures/download.ts';
import {
	canonicalOf,
	id,
	loadRows,
	mappingOf,
	openEmpty,
	plainTime,
	received
} from '../../fixtures/canonical.ts';
import { asked, tester, warned } from '../../real/logs.ts';

let store: DuckDbWarehouse;
beforeEach(async () => {
	store = await openEmpty();
});
afterEach(() => store.close());

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

test('a value set aside stands as the file writes it, its words, width and blanks unfolded', async () => {
	const entry = await loadRows(store, {
		columns: [
			id,
			received,
			{ target: 'closed_at', form: { ...plainTime, timeColumn: 3 } as Form },
			{ target: 'skip', header: 'clock' },
			{ target: 'amount' }
		],
		rows: [
			['A', '昨天下午', '', '', ''],
			['B', '2025-01-02', '２０２５年1月', '傍晚 ', ''],
			['C', '2025-01-02', '', '', ' 约１２元 ']
		]
	});
	const details = await loadDetails(store, entry.loadId);
	expect(details?.setAside.map(({ reason, value }) => [reason, value])).toEqual([
		['unreadable_time', '昨天下午'],
		['unreadable_time', '２０２５年1月 傍晚 '],
		['unreadable_number', ' 约１２元 ']
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
	const text = await downloaded(store, entry.loadId, { line: '行号' });
	expect(text).toBe(
		'\uFEFF[Redress] 行号,[Redress] reason,[Redress] reason_code,[Redress] column,[Redress] value,' +
			'case_no,received_at,narrative\r\n' +
			'2,unreadable time,unreadable_time,received_at,soon,A,soon,"\'=HYPERLINK(""http://x"")"\r\n' +
			'3,unreadable time,unreadable_time,received_at,later,B,later,"two\nlines, and a comma"\r\n'
	);
});

test('an id in full width is the same case, found either way, and its version keeps what came', async () => {
	const order = { target: 'order_no' } as const;
	const columns = [id, received, order, { target: 'narrative' }] as const;
	await loadRows(store, { columns, rows: [['AB123', '2025-01-02', 'O-9', 'model ＸＺ９']] });
	const again = await loadRows(store, {
		columns,
		rows: [['ＡＢ１２３', '2025-01-02', 'Ｏ－９', 'model ＸＺ９']]
	});
	expect(again).toMatchObject({ loaded: 0, updated: 0, unchanged: 1 });
	const versions = rowsOf<{ given: string }>(
		await store.ask('import/case_versions', { parameters: { source: 'log', case_no: 'AB123' } })
	).map(({ given }) => JSON.parse(given) as Record<string, string>);
	expect(versions.map(({ case_no, order_no }) => [case_no, order_no])).toEqual([
		['AB123', 'O-9'],
		['ＡＢ１２３', 'Ｏ－９']
	]);
	for (const search of ['ＡＢ１２', 'ab12', 'Ｏ－９', 'o-9', 'xz9', 'ｘＺ９', 'ＸＺ９'])
		expect(await casesFound(search), search).toBe(1);
	expect(await casesFound('AB124')).toBe(0);
});

async function casesFound(search: string): Promise<number> {
	const answer = await store.write(async (session) => {
		await session.run('schema/set_filter', { filters: JSON.stringify({ selection: { search } }) });
		return session.ask('cases/count');
	});
	return rowOf<{ cases: number }>(answer).cases;
}

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

test('a load undone once cannot be undone again, and its entry and rows set aside stay', async () => {
	const entry = await loadRows(store, {
		columns: [id, received],
		rows: [
			['A', '2025-01-02'],
			['B', '?']
		]
	});
	expect(await wouldUndo(store, entry)).toEqual({ removed: 1, restored: 0 });
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
