import { describe, expect, it } from 'vitest';
import { workingDue } from '#lib/calendar/due.ts';
import { workingSeconds } from '#lib/calendar/elapsed.ts';
import { slaClock } from '#lib/calendar/sla-clock.ts';
import { dayNumberOf } from '#lib/calendar/working-calendar.ts';
import type { LocalWindow, WorkingCalendar } from '#lib/calendar/working-calendar.ts';
import { workingHours } from '#lib/calendar/working-hours.ts';
import type { WorkingHours } from '#lib/calendar/working-hours.ts';
import { seeded } from '../statistics/seeded.ts';

const HOUR = 3600;

function everyDay(timeZone: string, windows: readonly LocalWindow[]): WorkingCalendar {
	const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
	const week = Object.fromEntries(days.map((day) => [day, windows]));
	return { timeZone, week, holidays: [], specialWorkdays: [] };
}

const officeWindows: readonly LocalWindow[] = [
	['09:00', '12:00'],
	['13:30', '18:00']
];
const office = everyDay('Asia/Shanghai', officeWindows);
const shanghai: WorkingCalendar = {
	...office,
	week: { ...office.week, sat: [], sun: [] },
	holidays: ['2024-05-01', '2024-05-02', '2024-05-03'],
	specialWorkdays: [{ date: '2024-04-28', windows: officeWindows }]
};

const seconds = (calendar: WorkingCalendar, start: string, end: string): number =>
	workingSeconds(workingHours(calendar), Date.parse(start), Date.parse(end));

describe('workingSeconds', () => {
	it('leaves the lunch break, the night and the weekend out', () => {
		// Friday 11:00 to Monday 10:00: 1 h + 4.5 h + 1 h.
		expect(seconds(shanghai, '2024-04-19T11:00:00+08:00', '2024-04-22T10:00:00+08:00')).toBe(
			6.5 * HOUR
		);
	});

	it('works on a make-up Sunday and rests on a holiday', () => {
		expect(seconds(shanghai, '2024-04-28T00:00:00+08:00', '2024-04-29T00:00:00+08:00')).toBe(
			7.5 * HOUR
		);
		expect(seconds(shanghai, '2024-05-01T00:00:00+08:00', '2024-05-04T00:00:00+08:00')).toBe(0);
	});

	it('lets a special workday win over a holiday on the same date', () => {
		const both = { ...shanghai, holidays: ['2024-04-28'] };
		expect(seconds(both, '2024-04-28T00:00:00+08:00', '2024-04-29T00:00:00+08:00')).toBe(
			7.5 * HOUR
		);
	});

	it('counts windows that overlap once', () => {
		const twice = everyDay('UTC', [
			['11:00', '14:00'],
			['09:00', '12:00'],
			['20:00', '20:00']
		]);
		expect(seconds(twice, '2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z')).toBe(5 * HOUR);
	});

	it('counts real hours where the clock changes', () => {
		const night = everyDay('America/New_York', [['00:00', '08:00']]);
		expect(seconds(night, '2025-03-09T00:00:00-05:00', '2025-03-09T12:00:00-04:00')).toBe(7 * HOUR);
		expect(seconds(night, '2025-11-02T00:00:00-04:00', '2025-11-02T12:00:00-05:00')).toBe(9 * HOUR);
	});

	it('follows a clock that skips midnight, or a whole day', () => {
		// São Paulo went from 23:59 to 01:00 on 2018-11-04; Samoa had no 2011-12-30.
		const always = (zone: string) => everyDay(zone, [['00:00', '24:00']]);
		expect(
			seconds(always('America/Sao_Paulo'), '2018-11-03T12:00:00-03:00', '2018-11-04T12:00:00-02:00')
		).toBe(23 * HOUR);
		expect(
			seconds(always('Pacific/Apia'), '2011-12-29T12:00:00-10:00', '2011-12-31T12:00:00+14:00')
		).toBe(24 * HOUR);
	});

	it('is 0 when the end is not after the start', () => {
		expect(seconds(shanghai, '2024-04-22T10:00:00+08:00', '2024-04-22T10:00:00+08:00')).toBe(0);
		expect(seconds(shanghai, '2024-04-23T10:00:00+08:00', '2024-04-22T10:00:00+08:00')).toBe(0);
	});

	it('takes a weekday left out as closed', () => {
		const never = { ...office, week: {} };
		expect(seconds(never, '2024-04-19T11:00:00+08:00', '2024-04-22T10:00:00+08:00')).toBe(0);
	});

	it('refuses what it cannot read', () => {
		expect(() => workingHours(everyDay('Mars/Olympus', []))).toThrow(RangeError);
		expect(() => workingHours(everyDay('UTC', [['9:00', '12:00']]))).toThrow(RangeError);
		expect(() => workingHours(everyDay('UTC', [['09:00', '24:30']]))).toThrow(RangeError);
		expect(() => dayNumberOf('2024-13-01')).toThrow(RangeError);
	});
});

describe('workingDue', () => {
	const due = (start: string, target: number): string | null => {
		const instant = workingDue(workingHours(shanghai), Date.parse(start), target);
		return instant === null ? null : new Date(instant).toISOString();
	};

	it('is the closing time when the target is used up there', () => {
		expect(due('2024-04-19T16:00:00+08:00', 2 * HOUR)).toBe('2024-04-19T10:00:00.000Z');
		expect(due('2024-04-19T16:00:00+08:00', 2 * HOUR + 1)).toBe('2024-04-22T01:00:01.000Z');
	});

	it('is the start itself for a target of 0, even in closed hours', () => {
		expect(due('2024-05-01T03:00:00+08:00', 0)).toBe('2024-04-30T19:00:00.000Z');
	});

	it('is not defined in a calendar that is closed for good', () => {
		const closed = workingHours(everyDay('UTC', []));
		expect(workingDue(closed, Date.parse('2024-01-01T00:00:00Z'), 1)).toBeNull();
		const once = workingHours({
			...everyDay('UTC', []),
			specialWorkdays: [{ date: '2024-02-01', windows: [['10:00', '11:00']] }]
		});
		const start = Date.parse('2024-01-01T00:00:00Z');
		expect(workingDue(once, start, HOUR)).toBe(Date.parse('2024-02-01T11:00:00Z'));
		expect(workingDue(once, start, HOUR + 1)).toBeNull();
	});
});

describe('elapsed and due agree', () => {
	const zones = [
		'Asia/Shanghai',
		'Europe/Berlin',
		'America/New_York',
		'Asia/Tehran',
		'Australia/Lord_Howe'
	];
	const calendars = zones.map((zone) =>
		workingHours({
			...shanghai,
			timeZone: zone,
			week: { ...shanghai.week, sat: [['10:00', '24:00']], sun: [['00:00', '03:30']] }
		})
	);
	const random = seeded(5);
	const instant = (): number =>
		Date.parse('2014-01-01T00:00:00Z') + Math.floor(random() * 5 * 365 * 86_400) * 1000;
	const pausesFrom = (start: number) =>
		Array.from({ length: Math.floor(random() * 4) }, () => {
			const from = start + Math.floor((random() * 6 - 1) * 86_400) * 1000;
			return { from, to: from + Math.floor((random() * 2 - 0.2) * 86_400) * 1000 };
		});

	it('the time worked up to the due instant is the target, and one millisecond earlier it is not', () => {
		for (let round = 0; round < 400; round++) {
			const hours = calendars[round % calendars.length] as WorkingHours;
			const start = instant();
			const target = Math.floor(random() * 60 * HOUR) + 1;
			const pauses = pausesFrom(start);
			const at = workingDue(hours, start, target, pauses) ?? NaN;
			expect(workingSeconds(hours, start, at, pauses)).toBe(target);
			expect(workingSeconds(hours, start, at - 1, pauses)).toBeLessThan(target);
		}
	});

	it('parts add up: start to middle and middle to end are start to end', () => {
		for (let round = 0; round < 200; round++) {
			const hours = calendars[round % calendars.length] as WorkingHours;
			const [start = 0, middle = 0, end = 0] = [instant(), instant(), instant()].sort(
				(a, b) => a - b
			);
			expect(workingSeconds(hours, start, middle) + workingSeconds(hours, middle, end)).toBeCloseTo(
				workingSeconds(hours, start, end),
				6
			);
		}
	});

	it('equals a count of single minutes by their wall-clock time, over changes of the clock', () => {
		const zone = 'Australia/Lord_Howe';
		const windows: readonly LocalWindow[] = [
			['00:15', '01:45'],
			['02:15', '09:00'],
			['13:00', '24:00']
		];
		const hours = workingHours(everyDay(zone, windows));
		const clock = new Intl.DateTimeFormat('en-GB', {
			timeZone: zone,
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23'
		});
		for (const day of ['2024-04-06T12:00:00Z', '2024-10-05T12:00:00Z', '2024-07-01T00:00:00Z']) {
			const start = Date.parse(day);
			let minutes = 0;
			for (let minute = 0; minute < 36 * 60; minute++) {
				const local = clock.format(start + minute * 60_000);
				if (windows.some(([from, to]) => local >= from && local < to)) minutes++;
			}
			expect(workingSeconds(hours, start, start + 36 * HOUR * 1000)).toBe(minutes * 60);
		}
	});
});

describe('slaClock', () => {
	const hours = workingHours(everyDay('UTC', [['10:00', '18:00']]));
	const at = (time: string): number => Date.parse(`2024-01-${time}:00Z`);

	it('counts overlapping pauses once and only inside working hours', () => {
		const clock = slaClock(
			hours,
			{
				createdAt: at('11T10:00'),
				stoppedAt: at('11T18:00'),
				pauses: [
					{ from: at('11T12:00'), to: at('11T14:00') },
					{ from: at('11T08:00'), to: at('11T10:30') },
					{ from: at('11T13:00'), to: at('11T13:00') },
					{ from: at('11T13:30'), to: at('11T14:30') }
				]
			},
			[5 * HOUR, 4 * HOUR]
		);
		expect(clock).toEqual({
			dueAt: [at('11T18:00'), at('11T17:00')],
			grossSeconds: 8 * HOUR,
			pausedSeconds: 3 * HOUR,
			workedSeconds: 5 * HOUR,
			marginSeconds: [0, -HOUR],
			breached: [false, true]
		});
	});

	it('has no due time while a pause has no end, and no verdict while it runs', () => {
		const clock = slaClock(
			hours,
			{
				createdAt: at('11T10:00'),
				stoppedAt: null,
				pauses: [{ from: at('11T12:00'), to: Infinity }]
			},
			[HOUR, 3 * HOUR]
		);
		expect(clock.dueAt).toEqual([at('11T11:00'), null]);
		expect([clock.grossSeconds, clock.breached]).toEqual([null, null]);
	});
});
