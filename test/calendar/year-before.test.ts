import { expect, it } from 'vitest';
import { festivalOf } from '#lib/calendar/festivals.ts';
import { yearBefore } from '#lib/calendar/year-before.ts';

it('compares days around the lunar new year with as many days from the one before', () => {
	// 2025-01-29 and 2024-02-10.
	expect(yearBefore('2025-01-29')).toBe('2024-02-10');
	expect(yearBefore('2025-02-05')).toBe('2024-02-17');
	expect(yearBefore('2025-01-20')).toBe('2024-02-01');
});

it('compares other days with the same date', () => {
	expect(yearBefore('2025-11-11')).toBe('2024-11-11');
	expect(yearBefore('2024-12-31')).toBe('2023-12-31');
	expect(yearBefore('2040-02-29')).toBe('2039-02-28');
});

it('knows which festival a day lies in', () => {
	expect(festivalOf('2025-01-29')).toBe('spring');
	expect(festivalOf('2025-02-06')).toBe('after_spring');
	expect(festivalOf('2025-01-20')).toBe('before_spring');
	expect(festivalOf('2025-06-18')).toBe('mid_year_peak');
	expect(festivalOf('2025-10-01')).toBe('national_day');
	expect(festivalOf('2025-08-08')).toBeNull();
});
