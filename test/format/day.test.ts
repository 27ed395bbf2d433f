import { describe, expect, it } from 'vitest';
import { day, dayOfYear, dayRange, month, monthOfYear, year } from '#lib/format/day.ts';
import { locales } from '#lib/format/locale.ts';

const inEach = (write: (locale: (typeof locales)[number]) => string) => locales.map(write);
const range = (since: string, until: string, years?: 'left out') =>
	inEach((locale) => dayRange({ since, until }, locale, years ? { years } : {}));

describe('days and months', () => {
	it('are written without zeros and without spaces in Chinese', () => {
		expect(inEach((l) => day('2025-11-08', l))).toEqual([
			'8 Nov 2025',
			'2025年11月8日',
			'2025年11月8日'
		]);
		expect(inEach((l) => month('2025-01', l))).toEqual(['Jan 2025', '2025年1月', '2025年1月']);
		expect(inEach((l) => monthOfYear('2025-11-01', l))).toEqual(['Nov', '11月', '11月']);
		expect(inEach((l) => dayOfYear('2025-11-18', l))).toEqual(['18 Nov', '11月18日', '11月18日']);
		expect(inEach((l) => year('2025-11-18', l))).toEqual(['2025', '2025年', '2025年']);
	});
});

describe('day ranges', () => {
	it('name the month once inside a month', () => {
		expect(range('2025-11-01', '2025-11-19')).toEqual([
			'1–18 Nov 2025',
			'2025年11月1–18日',
			'2025年11月1–18日'
		]);
	});

	it('leave the year out where it is said elsewhere', () => {
		expect(range('2025-11-01', '2025-11-19', 'left out')).toEqual([
			'1–18 Nov',
			'11月1–18日',
			'11月1–18日'
		]);
		expect(range('2025-06-05', '2025-07-03', 'left out')).toEqual([
			'5 Jun – 2 Jul',
			'6月5日–7月2日',
			'6月5日–7月2日'
		]);
	});

	it('speak of whole months and years as such', () => {
		expect(range('2025-10-01', '2025-11-01')).toEqual(['Oct 2025', '2025年10月', '2025年10月']);
		expect(range('2024-11-01', '2025-11-01')).toEqual([
			'Nov 2024 – Oct 2025',
			'2024年11月–2025年10月',
			'2024年11月–2025年10月'
		]);
		expect(range('2025-07-01', '2025-10-01')).toEqual([
			'Jul – Sep 2025',
			'2025年7月–9月',
			'2025年7月–9月'
		]);
		expect(range('2024-01-01', '2025-01-01')).toEqual(['2024', '2024年', '2024年']);
	});

	it('name both ends where months or years differ', () => {
		expect(range('2025-06-05', '2025-11-19')).toEqual([
			'5 Jun – 18 Nov 2025',
			'2025年6月5日–11月18日',
			'2025年6月5日–11月18日'
		]);
		expect(range('2024-12-01', '2025-11-19')).toEqual([
			'Dec 2024 – 18 Nov 2025',
			'2024年12月–2025年11月18日',
			'2024年12月–2025年11月18日'
		]);
	});

	it('name a single day once, also the last of February', () => {
		expect(range('2024-02-29', '2024-03-01')).toEqual([
			'29 Feb 2024',
			'2024年2月29日',
			'2024年2月29日'
		]);
	});
});
