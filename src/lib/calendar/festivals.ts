/**
 * First day of the lunar year (农历正月初一), Asia/Shanghai.
 * Source: Hong Kong Observatory, Gregorian–Lunar Calendar Conversion Table.
 */
const lunarNewYears = [
	...['2015-02-19', '2016-02-08', '2017-01-28', '2018-02-16', '2019-02-05', '2020-01-25'],
	...['2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17'],
	...['2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03', '2031-01-23', '2032-02-11'],
	...['2033-01-31', '2034-02-19', '2035-02-08']
];

/** Spells of the year that trade and complaints follow in China. */
export type Festival =
	| 'before_spring'
	| 'spring'
	| 'after_spring'
	| 'national_day'
	| 'mid_year'
	| 'mid_year_peak'
	| 'mid_year_after'
	| 'double_eleven'
	| 'double_eleven_peak'
	| 'double_eleven_after';

/** Spells at the same dates each year; complaints follow the orders of a campaign by some days. */
const spells: readonly (readonly [Festival, string, string])[] = [
	['mid_year', '06-01', '06-15'],
	['mid_year_peak', '06-16', '06-23'],
	['mid_year_after', '06-24', '06-30'],
	['national_day', '10-01', '10-07'],
	['double_eleven', '11-01', '11-10'],
	['double_eleven_peak', '11-11', '11-19'],
	['double_eleven_after', '11-20', '11-28']
];

const dayMs = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;

/** The lunar new year of a Gregorian year; null outside 2015–2035. */
export function lunarNewYear(year: number): string | null {
	return lunarNewYears.find((day) => day.startsWith(`${year}-`)) ?? null;
}

/** The festival a day of the business zone lies in; null on ordinary days. */
export function festivalOf(day: string): Festival | null {
	const date = day.slice(5);
	const newYear = lunarNewYear(Number(day.slice(0, 4)));
	if (newYear !== null) {
		const after = numberOf(day) - numberOf(newYear);
		if (after >= -10 && after < -1) return 'before_spring';
		if (after >= -1 && after < 7) return 'spring';
		if (after >= 7 && after < 15) return 'after_spring';
	}
	return spells.find(([, first, last]) => date >= first && date <= last)?.[0] ?? null;
}
