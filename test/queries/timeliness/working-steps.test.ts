import { expect, it } from 'vitest';
import { workingSeconds } from '#lib/calendar/elapsed.ts';
import { workingCalendarOf, type NamedCalendar } from '#lib/calendar/named-calendar.ts';
import { workingHours } from '#lib/calendar/working-hours.ts';
import { presetCalendars } from '#lib/server/policy/presets.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { openFixture } from '../../fixtures/cases.ts';
import { seeded } from '../../statistics/seeded.ts';
import { arranged, timed } from '../../server/timing/timed-fixture.ts';

const names = { en: 'Broken', 'zh-CN': '零碎', 'zh-TW': '零碎' };
const pieces = [
	['09:05', '09:15'],
	['09:20', '09:21'],
	['09:40', '12:30'],
	['13:45', '18:10']
] as const;
/** Three windows open within one hour; in Berlin, whose clock changes. */
const broken: NamedCalendar = {
	id: 'broken',
	names,
	timeZone: 'Europe/Berlin',
	publicHolidays: null,
	weeks: [
		{
			from: null,
			week: { mon: pieces, tue: pieces, wed: pieces, thu: pieces, fri: pieces, sun: pieces }
		}
	],
	holidays: [{ date: '2025-05-01', name: 'Labour Day' }],
	makeUpDays: []
};

it('measures steps in working time as the function for one pair does, windows of any minute', async () => {
	const random = seeded(11);
	const instants = Array.from({ length: 400 }, () => {
		const received = Date.UTC(2025, 2, 1) + 1000 * Math.floor(random() * 90 * 86_400);
		return { received, resolved: received + 1000 * Math.floor(random() * random() * 6 * 86_400) };
	});
	const wall = (instant: number) =>
		new Date(instant + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19);
	const store = await openFixture(
		// A department each case, so that every step is an answer of its own.
		instants.map(({ received, resolved }, index) => ({
			case_no: `k${index}`,
			received: wall(received),
			resolved: wall(resolved),
			department: `d${index}`
		})),
		{ asOf: '2025-12-01 00:00' }
	);
	const usual = arranged([{ from: null, limits: [] }], 'broken');
	await timed(store, { ...usual, calendars: [...presetCalendars, broken] });
	const rows = rowsOf<{ department: string | null; median_minutes: number }>(
		await store.ask('timeliness/stage_minutes_working', {
			filters: { selection: { since: '2025-01-01', until: '2026-01-01', source: ['log'] } }
		})
	);
	const hours = workingHours(workingCalendarOf(broken));
	const answered = new Map(rows.map((row) => [row.department, row.median_minutes]));
	for (const [index, { received, resolved }] of instants.entries())
		expect(answered.get(`d${index}`), `case ${index}`).toBeCloseTo(
			workingSeconds(hours, received, resolved) / 60,
			3
		);
});
