import { expect, it } from 'vitest';
import { partedDays, readHolidays, repeatingEvents } from '#lib/calendar/holiday-file.ts';
import { daysText, parseDays, parseWindows, windowsText } from '#lib/calendar/written.ts';

it('reads whole days of an ICS file, folded lines and the day after the last as their end', () => {
	const text = [
		'BEGIN:VCALENDAR',
		'BEGIN:VEVENT',
		'DTSTART;VALUE=DATE:20270206',
		'DTEND;VALUE=DATE:20270208',
		'SUMMARY:Spring Festival\\, the f',
		' irst days',
		'END:VEVENT',
		'BEGIN:VEVENT',
		'DTSTART:20270405T000000Z',
		'SUMMARY:清明节',
		'END:VEVENT',
		'BEGIN:VEVENT',
		'SUMMARY:no date',
		'END:VEVENT',
		'END:VCALENDAR'
	].join('\r\n');
	expect(readHolidays(text)).toEqual([
		{ date: '2027-02-06', name: 'Spring Festival, the first days' },
		{ date: '2027-02-07', name: 'Spring Festival, the first days' },
		{ date: '2027-04-05', name: '清明节' }
	]);
});

it('counts the events that come again by a rule, of which it reads the first days only', () => {
	const text = [
		'BEGIN:VCALENDAR',
		'BEGIN:VEVENT',
		'DTSTART;VALUE=DATE:20270101',
		'RRULE:FREQ=YEARLY',
		'SUMMARY:元旦',
		'END:VEVENT',
		'BEGIN:VEVENT',
		'DTSTART;VALUE=DATE:20270501',
		'SUMMARY:劳动节',
		'END:VEVENT',
		'END:VCALENDAR'
	].join('\r\n');
	expect(repeatingEvents(text)).toBe(1);
	expect(readHolidays(text).map(({ date }) => date)).toEqual(['2027-01-01', '2027-05-01']);
	expect(repeatingEvents('date,name\n2027-1-1,元旦\n')).toBe(0);
});

it('reads a CSV of dates and names, leaving its header and what is no date out', () => {
	const text = '\ufeffdate,name\n2027-1-1,元旦\n2027/02/30,no such day\n2027年5月1日,"劳动节"\n';
	expect(readHolidays(text)).toEqual([
		{ date: '2027-01-01', name: '元旦' },
		{ date: '2027-05-01', name: '劳动节' }
	]);
});

it('tells days worked in exchange from days off by what they are called', () => {
	const text =
		'2026-02-17,春节（休）\n2026-02-28,春节（班）\n2026-05-09,劳动节补班\n2026-06-20,端午節補行上班日\n2026-10-01,国庆节\n2026-10-10,Make-up working day\n';
	const { holidays, makeUpDays } = partedDays(readHolidays(text));
	expect(holidays.map(({ date }) => date)).toEqual(['2026-02-17', '2026-10-01']);
	expect(makeUpDays.map(({ date }) => date)).toEqual([
		'2026-02-28',
		'2026-05-09',
		'2026-06-20',
		'2026-10-10'
	]);
});

it('refuses windows over one another and days no month has', () => {
	expect(parseWindows('09:00-13:00, 12:00-18:00')).toBeNull();
	expect(parseWindows('13:00-18:00, 09:00-13:00')).toEqual([
		['09:00', '13:00'],
		['13:00', '18:00']
	]);
	expect(parseDays('2026-02-30 no such day')).toBeNull();
});

it('reads windows and days back as it wrote them, and refuses what it cannot read', () => {
	const days = [
		{ date: '2026-02-14', name: '春节' },
		{ date: '2026-02-28', name: '', windows: [['10:00', '16:00']] as const }
	];
	expect(parseDays(daysText(days))).toEqual(days);
	expect(windowsText(parseWindows('9:00～12:00，13：00-24:00')!)).toBe('09:00-12:00, 13:00-24:00');
	expect(parseWindows('')).toEqual([]);
	expect(parseWindows('12:00-09:00')).toBeNull();
	expect(parseWindows('25:00-26:00')).toBeNull();
	expect(parseDays('2026-13-01 nothing')).toBeNull();
});
