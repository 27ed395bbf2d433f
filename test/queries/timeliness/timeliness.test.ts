import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { always, arranged, judge } from '../../server/timing/timed-fixture.ts';
import { openFixture, utc } from '../../fixtures/cases.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture(
		[
			// Monday; resolved within a day.
			{
				case_no: 'a',
				received: '2025-11-03 09:00',
				dispatched_at: utc('2025-11-03 10:00'),
				resolved: '2025-11-03 18:00',
				department: '物流'
			},
			// Two days late; out over a night and part of a day: 9 h on Monday, 9 h on Tuesday, 3 h on Wednesday.
			{
				case_no: 'b',
				received: '2025-11-03 09:00',
				dispatched_at: utc('2025-11-03 12:00'),
				resolved: '2025-11-05 12:00',
				department: '客服'
			},
			{
				case_no: 'c',
				received: '2025-11-05 09:00',
				dispatched_at: utc('2025-11-05 10:00'),
				department: '客服'
			},
			{ case_no: 'd', received: '2025-11-07 11:00', department: '客服' },
			{
				case_no: 'e',
				received: '2025-10-06 09:00',
				resolved: '2025-10-06 10:00',
				department: '物流'
			},
			{
				case_no: 'f',
				received: '2025-10-07 09:00',
				closed: undefined,
				state: 'time_missing',
				department: '物流'
			}
		],
		{ asOf: '2025-11-07 12:00' }
	);
	await judge(
		store,
		arranged(
			always([{ stage: 'resolved', starts: 'received', value: 24, unit: 'hours', fits: {} }])
		)
	);
});
afterAll(() => store.close());

const selection = { since: '2025-10-01', until: '2025-12-01', source: ['log'] };
const asked = async (query: string, filter: object = {}, parameters = {}, told: object = {}) =>
	rowsOf<Record<string, unknown>>(
		await store.ask(`timeliness/${query}`, {
			filters: {
				selection: { ...selection, ...filter },
				ever: { source: ['log'] },
				as_of_day: '2025-11-07',
				...told
			},
			parameters
		})
	);

describe('attainment', () => {
	it('counts each outcome by month, the judged being met, late and open past the limit', async () => {
		const rows = await asked('attainment');
		expect(rows).toEqual([
			{
				month: '2025-10-01',
				stage: 'resolved',
				met: 1,
				breached: 0,
				open_late: 0,
				judged: 1,
				not_due: 0,
				no_time: 1
			},
			{
				month: '2025-11-01',
				stage: 'resolved',
				met: 1,
				breached: 1,
				open_late: 1,
				judged: 3,
				not_due: 1,
				no_time: 0
			}
		]);
	});

	it('opens by the filter exactly the cases it counts', async () => {
		for (const [outcome, cases] of [
			['met', 2],
			['breached', 1],
			['open_late', 1],
			['not_due', 1],
			['no_time', 1]
		] as const) {
			const [row] = rowsOf<{ cases: number }>(
				await store.ask('scope/log_span', {
					filters: { selection: { ...selection, limit_resolved: [outcome] } }
				})
			);
			expect([outcome, row?.cases]).toEqual([outcome, cases]);
		}
	});
});

it('measures each step from the latest earlier time, in real and in working time', async () => {
	const whole = (rows: Record<string, unknown>[]) =>
		rows
			.filter((row) => row.whole)
			.map(({ stage, cases, median_minutes: median }) => [stage, cases, median]);
	// Dispatch 60, 180, 60 minutes; from there to the end 8 h and 48 h; case e 1 h from receipt.
	expect(whole(await asked('stage_minutes'))).toEqual([
		['dispatched', 3, 60],
		['resolved', 3, 480]
	]);
	// In working time: a 10–18 h is 8 h; b is 6 + 9 + 3 = 18 h; e lies in the holiday week: nothing.
	const working = await asked('stage_minutes_working');
	expect(whole(working)).toEqual([
		['dispatched', 3, 60],
		['resolved', 3, 480]
	]);
	expect(
		working.find(({ stage, department }) => stage === 'resolved' && department === '客服')
	).toMatchObject({ cases: 1, median_minutes: 1080 });
});

it('draws the curve of resolution with open cases still running, in both clocks', async () => {
	const sums = (rows: Record<string, unknown>[]) =>
		rows.reduce<[number, number]>(
			([ended, open], row) => [ended + Number(row.ended), open + Number(row.still_open)],
			[0, 0]
		);
	const wall = await asked('curve', {}, { clock: 'wall' });
	expect(sums(wall)).toEqual([3, 2]);
	// Ages 60 (ended), 60 (d, open), 540, 3060 (ended), 3060 (c, 51 h open): 1 − 1/5, then × 2/3, then × 1/2.
	expect(wall.map(({ surviving }) => Number(surviving).toFixed(6))).toEqual([
		'0.800000',
		'0.533333',
		'0.266667'
	]);
	expect(wall[0]?.half_minutes).toBe(3060);
	const working = await asked('curve', {}, { clock: 'working' });
	expect(sums(working)).toEqual([3, 2]);
	// Case e was received and resolved in the holidays of October: no working time at all.
	expect(working[0]).toMatchObject({ minutes: 0, ended: 1 });
});

it('sorts open cases into bands of age whose days open exactly them', async () => {
	const rows = await asked('backlog_age');
	expect(rows.map(({ cases }) => cases)).toEqual([1, 1, 0, 0, 0, 0, 0]);
	expect(rows[0]).toMatchObject({ since: '2025-11-07', until: '2025-11-08', late: 0 });
	expect(rows[1]).toMatchObject({ since: '2025-11-05', until: '2025-11-07', late: 1 });
});

it('counts in what is open no log that ended long before the last day told of', async () => {
	const ended = { told_until: { log: '2025-11-06' } };
	expect((await asked('backlog_age', {}, {}, ended)).map(({ cases }) => cases)).toEqual([
		0, 0, 0, 0, 0, 0, 0
	]);
	expect(await asked('due_next', {}, { clock: 'wall', limits: 'policy' }, ended)).toEqual([]);
	const still = { told_until: { log: '2025-11-07' } };
	expect((await asked('backlog_age', {}, {}, still))[0]?.cases).toBe(1);
	expect(await asked('due_next', {}, { clock: 'wall', limits: 'policy' }, still)).toHaveLength(1);
});

it('lists stages not done by the time left to their limit', async () => {
	// Only d is still within its limit: due 8 November 11:00, 23 hours after the as-of instant.
	const line = { case_no: 'd', stage: 'resolved', minutes_left: 1380, waiting: 1 };
	expect(await asked('due_next', {}, { clock: 'wall', limits: 'policy' })).toMatchObject([
		{ ...line, working_minutes_left: null }
	]);
	// Friday 12:00 to 18:00 and nothing on Saturday.
	expect(await asked('due_next', {}, { clock: 'working', limits: 'policy' })).toMatchObject([
		{ ...line, working_minutes_left: 360 }
	]);
});
