import { describe, expect, test } from 'vitest';
import { countCells } from '#lib/import/counted-column.ts';
import { parseDuration, unitOfHeader } from '#lib/import/duration-text.ts';
import {
	answerDateOrder,
	readTimeColumn,
	swapWhereBothFit,
	timeForm
} from '#lib/import/time-column.ts';
import { swappedDates } from '#lib/import/swapped-dates.ts';
import { dayText, parseTime } from '#lib/import/time-parse.ts';
import { foldTimeText, timeShape } from '#lib/import/time-text.ts';

const read = (text: string): string | null => {
	const shape = timeShape(foldTimeText(text));
	const time = shape ? parseTime(text, [shape.format]) : null;
	return time === null ? null : new Date(time).toISOString().slice(0, 19);
};

describe('the forms of a time', () => {
	test.each([
		['2024/5/1 9:03', '2024-05-01T09:03:00'],
		['2024-05-01 09:03:22', '2024-05-01T09:03:22'],
		['2024年5月1日', '2024-05-01T00:00:00'],
		['2024年5月1日 下午3:05', '2024-05-01T15:05:00'],
		['2024年5月1日上午9时03分', '2024-05-01T09:03:00'],
		['2024年5月1日 中午12:30', '2024-05-01T12:30:00'],
		['２０２４／５／１　９：０３', '2024-05-01T09:03:00'],
		['13/08/2023 11:13', '2023-08-13T11:13:00'],
		['26-Aug-23', '2023-08-26T00:00:00'],
		['26 August 2023 4:05 PM', '2023-08-26T16:05:00'],
		['Aug 5, 2023', '2023-08-05T00:00:00'],
		['22-04-15 3:53:50 PM', '2015-04-22T15:53:50'],
		['22-04-15 12:00:00 AM', '2015-04-22T00:00:00'],
		['20240501', '2024-05-01T00:00:00'],
		['2024-05-01T10:00:00+08:00', '2024-05-01T02:00:00'],
		['2024-05-01 10:00:00.250', '2024-05-01T10:00:00'],
		['1714521600', '2024-05-01T00:00:00'],
		['1714521600000', '2024-05-01T00:00:00'],
		// 45321 days after 1899-12-30, half a day.
		['45321.5', '2024-01-30T12:00:00']
	])('%s', (text, expected) => {
		expect(read(text)).toBe(expected);
	});

	test.each([
		'',
		'soon',
		'31/02/2024',
		'2024-13-01',
		'2024-05-01 25:00',
		'5',
		'12.50',
		'13/13/2024'
	])('%s is no time', (text) => {
		expect(read(text)).toBeNull();
	});
});

describe('day or month first', () => {
	test('is decided by values that fit one order only', () => {
		expect(readTimeColumn(countCells(['01/02/2024', '13/02/2024'])).order).toBe('day-first');
		expect(readTimeColumn(countCells(['01/02/2024', '02/13/2024'])).order).toBe('month-first');
	});

	test('is not guessed where all values fit both, nor where they contradict each other', () => {
		expect(readTimeColumn(countCells(['01/02/2024', '03/04/2024'])).order).toBe('ambiguous');
		expect(readTimeColumn(countCells(['13/02/2024', '02/13/2024'])).order).toBe('ambiguous');
	});

	test('does not matter where day and month are equal or the text says which is which', () => {
		expect(readTimeColumn(countCells(['05/05/2024'])).order).toBe('fixed');
		expect(readTimeColumn(countCells(['2024-02-03', '3-Feb-24'])).order).toBe('fixed');
	});

	test('an answer changes every format of the column', () => {
		const form = timeForm(readTimeColumn(countCells(['01/02/2024 10:00', '3/4/2024'])));
		expect(answerDateOrder(form, 'month-first')).toMatchObject({
			order: 'month-first',
			formats: expect.arrayContaining(['%m/%d/%Y %H:%M', '%m/%d/%Y'])
		});
		expect(form.order).toBe('ambiguous');
	});

	test('the swapped reading changes only values that fit both orders', () => {
		const form = swapWhereBothFit(timeForm(readTimeColumn(countCells(['22-04-15', '04-08-15']))));
		const day = (text: string): string => dayText(parseTime(text, form.formats) ?? NaN);
		expect([day('22-04-15'), day('04-08-15')]).toEqual(['2015-04-22', '2015-04-08']);
	});

	test('swapped dates show by leaving the months of the certain ones', () => {
		const certain = ['15/04/2015', '20/05/2015', '30/06/2015'];
		// 4 May as 05/04 stays in the range by month; 8, 9 and 11 April as 04/08 … leave it.
		const swapped = ['04/08/2015', '04/09/2015', '04/11/2015', '05/04/2015'];
		const form = timeForm(readTimeColumn(countCells(certain)));
		expect(swappedDates(countCells([...certain, ...swapped]), form)).toEqual({
			both_fit: 4,
			outside: 3,
			inside_if_swapped: 3,
			changed_if_swapped: 4
		});
		expect(swappedDates(countCells([...certain, '02/05/2015', '03/06/2015']), form)).toBeNull();
	});

	test('two-digit years are tried before four-digit ones, or 24 would be the year 24', () => {
		const { formats } = readTimeColumn(countCells(['13/02/2024', '14/02/2024', '15/02/24']));
		expect(dayText(parseTime('15/02/24', formats) ?? NaN)).toBe('2024-02-15');
	});
});

describe('durations', () => {
	test.each([
		['1小时20分', 80],
		['00:45:00', 45],
		['27:30:00', 1650],
		['3分钟', 3],
		['0.5h', 30],
		['1d 4h', 1680],
		['2天', 2880],
		['90秒', 1.5],
		['1,200', 1200],
		['１５分鐘', 15]
	])('%s is %d minutes', (text, minutes) => {
		expect(parseDuration(text, 'minutes')).toBeCloseTo(minutes, 10);
	});

	test('a bare number is in the unit of its column', () => {
		expect(parseDuration('90', 'seconds')).toBe(1.5);
		expect(unitOfHeader('处理时长(小时)')).toBe('hours');
		expect(unitOfHeader('handle time (s)')).toBe('seconds');
		expect(unitOfHeader('handle time')).toBeNull();
	});

	test.each(['', 'long', '3 fortnights', '1:2:3:4'])('%s is no duration', (text) => {
		expect(parseDuration(text, 'minutes')).toBeNull();
	});
});
