import { expect, it } from 'vitest';
import { readHolidays } from '#lib/calendar/holiday-file.ts';
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

it('reads a CSV of dates and names, leaving its header and what is no date out', () => {
	const text = '\ufeffdate,name\n2027-1-1,元旦\n2027/02/30,no such day\n2027年5月1日,"劳动节"\n';
	expect(readHolidays(text)).toEqual([
		{ date: '2027-01-01', name: '元旦' },
		{ date: '2027-05-01', name: '劳动节' }
	]);
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
