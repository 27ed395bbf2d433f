import { describe, expect, it } from 'vitest';
import { timeCases } from '#lib/server/timing/time-cases.ts';
import { insertRows, openFixture, utc } from '../../fixtures/cases.ts';
import { always, arranged, asked, timed, wall } from './timed-fixture.ts';

describe('outcomes at the as-of instant', () => {
	const limits = always([
		{ stage: 'first_response', starts: 'received', value: 4, unit: 'hours', fits: {} },
		{ stage: 'resolved', starts: 'received', value: 2, unit: 'working_days', fits: {} }
	]);

	it('tells met, late, open past the limit, not yet due and without time apart', async () => {
		const opened = await openFixture(
			[
				// Answered after exactly four hours, resolved on the second working day.
				{
					case_no: 'a',
					received: '2025-11-03 09:00',
					responded: '2025-11-03 13:00',
					resolved: '2025-11-05 09:00'
				},
				// Both a minute late.
				{
					case_no: 'b',
					received: '2025-11-03 09:00',
					responded: '2025-11-03 13:01',
					resolved: '2025-11-05 09:01'
				},
				{ case_no: 'c', received: '2025-11-03 09:00' },
				// Resolved at once, but its limit has not passed: it must not inflate the share.
				{
					case_no: 'd',
					received: '2025-11-07 11:00',
					responded: '2025-11-07 11:30',
					resolved: '2025-11-07 11:40'
				},
				// Over, with no time of a first answer.
				{ case_no: 'e', received: '2025-11-03 09:00', resolved: '2025-11-03 10:00' }
			],
			{ asOf: '2025-11-07 12:00' }
		);
		await timed(opened, arranged(limits));
		const rows = await asked(
			'select case_no, first_response_outcome as a, resolved_outcome as b from complaint order by 1'
		);
		expect(rows.map(Object.values)).toEqual([
			['a', 'met', 'met'],
			['b', 'breached', 'breached'],
			['c', 'open_late', 'open_late'],
			['d', 'not_due', 'not_due'],
			['e', 'no_time', 'met']
		]);
	});

	it('is judged anew when the log tells further, and only then', async () => {
		const opened = await openFixture([{ case_no: 'd', received: '2025-11-07 11:00' }], {
			asOf: '2025-11-07 12:00'
		});
		await timed(opened, arranged(limits));
		const outcome = 'select resolved_outcome as o, resolved_due_at as due from complaint';
		const [before] = await asked(outcome);
		// Friday 11:00 plus two days of nine hours: Tuesday 11:00.
		expect([before?.o, wall(before?.due)]).toEqual(['not_due', '2025-11-11 11:00']);
		await opened.write(async (session) => {
			await session.connection.run(`update source set as_of = '${utc('2025-11-11 11:00')}'`);
			await timeCases(session);
		});
		expect((await asked(outcome))[0]?.o).toBe('open_late');
		await opened.write(async (session) => {
			await session.connection.run(`update source set as_of = '${utc('2025-11-11 10:59')}'`);
			await timeCases(session);
		});
		expect((await asked(outcome))[0]?.o).toBe('not_due');
	});
});

describe('the limit that holds', () => {
	it('is the first that fits, of the version in force when its clock starts', async () => {
		const opened = await openFixture(
			[
				{ case_no: 'a', received: '2025-01-31 23:59', priority: '紧急' },
				{ case_no: 'b', received: '2025-01-31 23:59', priority: '一般' },
				{ case_no: 'c', received: '2025-02-01 00:00', priority: '一般' }
			],
			{ asOf: '2025-03-01 00:00' }
		);
		await timed(
			opened,
			arranged([
				{
					from: null,
					limits: [
						{
							stage: 'resolved',
							starts: 'received',
							value: 2,
							unit: 'hours',
							fits: { priority: ['紧急'] }
						},
						{ stage: 'resolved', starts: 'received', value: 24, unit: 'hours', fits: {} }
					]
				},
				{
					from: '2025-02-01',
					limits: [{ stage: 'resolved', starts: 'received', value: 3, unit: 'hours', fits: {} }]
				}
			])
		);
		const rows = await asked('select resolved_due_at as due from complaint order by case_no');
		expect(rows.map(({ due }) => wall(due))).toEqual([
			'2025-02-01 01:59',
			'2025-02-01 23:59',
			'2025-02-01 03:00'
		]);
	});

	it('is that of the priority the case had at the event, as the loads tell it', async () => {
		const opened = await openFixture(
			[
				{
					case_no: 'a',
					received: '2025-01-10 09:00',
					responded: '2025-01-10 12:00',
					resolved: '2025-02-20 09:00',
					priority: '紧急'
				}
			],
			{ asOf: '2025-02-28 00:00' }
		);
		// The load of January told of an ordinary case, that of February of an urgent one.
		await insertRows(opened, 'load', [load(11, '2025-01-31 00:00'), load(12, '2025-02-28 00:00')]);
		await insertRows(opened, 'complaint_version', [
			{ source: 'log', case_no: 'a', load_id: 11, file_line: 2, priority: '一般' },
			{ source: 'log', case_no: 'a', load_id: 12, file_line: 2, priority: '紧急' }
		]);
		const fits = { priority: ['紧急'] };
		await timed(
			opened,
			arranged(
				always([
					{ stage: 'first_response', starts: 'received', value: 1, unit: 'hours', fits },
					{ stage: 'first_response', starts: 'received', value: 4, unit: 'hours', fits: {} },
					{ stage: 'resolved', starts: 'received', value: 2, unit: 'days', fits },
					{ stage: 'resolved', starts: 'received', value: 60, unit: 'days', fits: {} }
				])
			)
		);
		expect(
			await asked('select first_response_outcome as a, resolved_outcome as b from complaint')
		).toEqual([{ a: 'met', b: 'breached' }]);
	});

	it('runs from an earlier stage where the policy says so, and waits for it', async () => {
		const opened = await openFixture(
			[
				{
					case_no: 'a',
					received: '2025-11-03 09:00',
					registered_at: utc('2025-11-03 10:00'),
					dispatched_at: utc('2025-11-03 11:00')
				},
				{ case_no: 'b', received: '2025-11-03 09:00', dispatched_at: utc('2025-11-03 10:01') },
				{
					case_no: 'c',
					received: '2025-11-03 09:00',
					investigated_at: utc('2025-11-04 09:00'),
					communicated_at: utc('2025-11-06 09:00')
				},
				{ case_no: 'd', received: '2025-11-03 09:00' }
			],
			{ asOf: '2025-11-28 00:00' }
		);
		await timed(
			opened,
			arranged(
				always([
					{ stage: 'dispatched', starts: 'registered', value: 1, unit: 'hours', fits: {} },
					{
						stage: 'communicated',
						starts: 'investigated',
						value: 2,
						unit: 'working_days',
						fits: {}
					}
				])
			)
		);
		const rows = await asked(
			'select dispatched_outcome as a, communicated_outcome as b from complaint order by case_no'
		);
		expect(rows.map(Object.values)).toEqual([
			['met', 'not_due'],
			// No time of registration: the clock starts with receipt.
			['breached', 'not_due'],
			['no_time', 'met'],
			['open_late', 'not_due']
		]);
	});
});

function load(id: number, asOf: string) {
	return {
		load_id: id,
		kind: 'cases',
		source: 'log',
		file: `${id}.csv`,
		hash: String(id),
		bytes: 1,
		encoding: 'utf-8',
		mapping: {},
		columns: ['case_no', 'priority', 'first_response_at', 'resolved_at', 'received_at'],
		rows_read: 1,
		loaded: 0,
		updated: 1,
		unchanged: 0,
		quarantined: 0,
		warnings: [],
		last_instant: utc(asOf),
		loaded_by: 'test',
		loaded_at: utc(asOf)
	};
}

it('counts working days as long as those of the week in force when the clock starts', async () => {
	const eight = [['09:00', '17:00']] as const;
	const four = [['09:00', '13:00']] as const;
	const weekOf = (windows: typeof eight | typeof four) => ({
		mon: windows,
		tue: windows,
		wed: windows,
		thu: windows,
		fri: windows
	});
	const opened = await openFixture(
		[
			{ case_no: 'eight', received: '2025-11-03 09:00' },
			{ case_no: 'four', received: '2025-12-01 09:00' }
		],
		{ asOf: '2025-12-31 00:00' }
	);
	const arrangement = arranged(
		always([{ stage: 'resolved', starts: 'received', value: 2, unit: 'working_days', fits: {} }]),
		'halved'
	);
	const names = { en: 'Halved', 'zh-CN': '减半', 'zh-TW': '減半' };
	await timed(opened, {
		...arrangement,
		calendars: [
			{
				id: 'halved',
				names,
				timeZone: 'Asia/Shanghai',
				publicHolidays: null,
				weeks: [
					{ from: null, week: weekOf(eight) },
					{ from: '2025-12-01', week: weekOf(four) }
				],
				holidays: [],
				makeUpDays: []
			}
		]
	});
	const due = await asked('select case_no, resolved_due_at as due from complaint order by 1');
	// Two days of eight hours from a Monday, two of four from another: both end on the Tuesday.
	expect(due.map(({ case_no, due }) => [case_no, wall(due)])).toEqual([
		['eight', '2025-11-04 17:00'],
		['four', '2025-12-02 13:00']
	]);
});
