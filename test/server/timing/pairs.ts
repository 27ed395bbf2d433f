import { workingDue } from '#lib/calendar/due.ts';
import { workingSeconds } from '#lib/calendar/elapsed.ts';
import { workingCalendarOf, type NamedCalendar } from '#lib/calendar/named-calendar.ts';
import type { Policy } from '#lib/calendar/policy.ts';
import { workingHours } from '#lib/calendar/working-hours.ts';
import { presetCalendars } from '#lib/server/policy/presets.ts';
import { layOut } from '#lib/server/timing/lay-out.ts';
import { timeCases } from '#lib/server/timing/time-cases.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { insertRows, openFixture } from '../../fixtures/cases.ts';
import { seeded } from '../../statistics/seeded.ts';

/** Daylight saving twice a year, Saturdays over midnight's hour, and a half holiday. */
const newYork: NamedCalendar = {
	id: 'new-york',
	names: { en: 'New York', 'zh-CN': '纽约', 'zh-TW': '紐約' },
	timeZone: 'America/New_York',
	publicHolidays: null,
	weeks: [
		{
			from: null,
			week: {
				mon: [['09:00', '17:00']],
				wed: [['00:00', '24:00']],
				fri: [['22:00', '24:00']],
				sat: [['00:00', '06:00']],
				sun: [['01:30', '03:30']]
			}
		},
		{ from: '2024-06-01', week: { tue: [['08:15', '12:45']], sun: [['00:00', '04:00']] } }
	],
	holidays: [{ date: '2024-07-04', name: 'Independence Day' }],
	makeUpDays: [{ date: '2024-07-06', name: 'Stocktaking', windows: [['10:00', '11:00']] }]
};
const preset = (id: string) => presetCalendars.find((calendar) => calendar.id === id)!;
const calendars = [
	preset('always'),
	preset('china-office'),
	preset('china-office-lunch'),
	newYork
] as const;

/** Working minutes of the limits, by the priority that has them. */
const limitMinutes = [0.01, 15, 60, 480, 540, 1440, 4321.5, 20_000] as const;
const policy: Policy = {
	id: 'minutes',
	names: { en: 'Minutes', 'zh-CN': '分钟', 'zh-TW': '分鐘' },
	source: { en: 'test', 'zh-CN': 'test', 'zh-TW': 'test' },
	versions: [
		{
			from: null,
			limits: limitMinutes.map((value, index) => ({
				stage: 'resolved',
				starts: 'received',
				value,
				unit: 'working_minutes',
				fits: { priority: [`L${index}`] }
			}))
		}
	]
};

/**
 * Random pairs of instants of 2021–2027, spread over four calendars: working time and due instants as
 * SQL makes them for all cases against the functions for one. Instants to the millisecond, many of them
 * right at opening and closing times.
 * @returns how many pairs were compared, and those that differ by more than a millisecond
 */
export async function comparePairs(
	pairs: number,
	seed: number
): Promise<{ readonly compared: number; readonly different: readonly object[] }> {
	const random = seeded(seed);
	const store = await openFixture([]);
	const first = Date.UTC(2021, 0, 1);
	const span = Date.UTC(2027, 0, 1) - first;
	const rows = Array.from({ length: pairs }, (_, index) => {
		let received = first + Math.floor(random() * span);
		// A third on whole half hours, where windows open and close.
		if (index % 3 === 0) received -= received % 1_800_000;
		const long = random() < 0.01 ? span : 40 * 86_400_000;
		let ended = received + Math.floor(random() * random() * long);
		if (index % 5 === 0) ended -= ended % 1_800_000;
		return {
			calendar: calendars[index % calendars.length]!,
			caseNo: `P${index}`,
			received,
			ended: Math.max(received, ended),
			limit: Math.floor(random() * limitMinutes.length)
		};
	});
	await insertRows(
		store,
		'source',
		calendars.map(({ id }) => ({ source: id, demo: false, zone: 'UTC', as_of: '2030-01-01' }))
	);
	for (let from = 0; from < rows.length; from += 20_000)
		await insertRows(store, 'complaint', rows.slice(from, from + 20_000).map(complaintOf));
	const timed = await store.write(async (session) => {
		const generation = await layOut(session, {
			calendars,
			policies: [policy],
			choices: [
				{ source: '', policy: 'minutes', calendar: 'always' },
				...calendars.map(({ id }) => ({ source: id, policy: 'minutes', calendar: id }))
			]
		});
		await session.run('timing/put_in_force', { generation });
		await timeCases(session);
		return rowsOf<{ case_no: string; minutes: number | null; due: number | null }>(
			await session.askText(
				`select case_no, resolution_working_minutes as minutes,
					epoch_us(resolved_due_at) / 1000.0 as due from complaint`
			)
		);
	});
	await store.close();
	const byCase = new Map(timed.map((row) => [row.case_no, row]));
	const hours = new Map(
		calendars.map((calendar) => [calendar, workingHours(workingCalendarOf(calendar))])
	);
	const different = rows.filter((row) => {
		const own = hours.get(row.calendar)!;
		const minutes = workingSeconds(own, row.received, row.ended) / 60;
		const due = workingDue(own, row.received, limitMinutes[row.limit]! * 60);
		const { minutes: gotMinutes, due: gotDue } = byCase.get(row.caseNo)!;
		const isSame =
			gotMinutes !== null &&
			Math.abs(gotMinutes - minutes) * 60_000 < 1 &&
			gotDue !== null &&
			due !== null &&
			Math.abs(gotDue - due) < 1;
		return !isSame;
	});
	return {
		compared: rows.length,
		different: different.map((row) => ({
			...row,
			calendar: row.calendar.id,
			got: byCase.get(row.caseNo)
		}))
	};
}

function complaintOf(row: {
	calendar: { id: string };
	caseNo: string;
	received: number;
	ended: number;
	limit: number;
}) {
	const day = new Date(row.received).toISOString().slice(0, 10);
	return {
		source: row.calendar.id,
		case_no: row.caseNo,
		load_id: 1,
		received_at: sql(row.received),
		received_day: day,
		received_week: day,
		received_month: `${day.slice(0, 7)}-01`,
		resolved_at: sql(row.ended),
		ended_at: sql(row.ended),
		state: 'resolved',
		resolution_minutes: (row.ended - row.received) / 60_000,
		priority: `L${row.limit}`
	};
}

function sql(instant: number): string {
	return new Date(instant).toISOString().replace('T', ' ').slice(0, 23);
}
