import { describe, expect, test } from 'vitest';
import { liveDays, periodsUpTo, stepOf } from '#lib/improvement/evidence-days.ts';

describe('the days today that answer to frozen ones', () => {
	test('are the last whole months for whole months', () => {
		const quarter = { since: '2025-01-01', until: '2025-04-01' };
		expect(liveDays(quarter, '2025-04-20', '2025-11-18')).toEqual({
			since: '2025-08-01',
			until: '2025-11-01'
		});
		expect(liveDays(quarter, '2025-04-20', '2025-11-30')).toEqual({
			since: '2025-09-01',
			until: '2025-12-01'
		});
	});
	test('run up to the as-of day where the frozen ones did, from as many months before', () => {
		const recent = { since: '2024-05-01', until: '2025-04-21' };
		expect(liveDays(recent, '2025-04-20', '2025-11-18')).toEqual({
			since: '2024-12-01',
			until: '2025-11-19'
		});
		expect(liveDays(recent, '2025-04-20', '2025-04-20')).toEqual(recent);
	});
	test('else are as many days up to it', () => {
		const sixWeeks = { since: '2025-02-10', until: '2025-03-24' };
		expect(liveDays(sixWeeks, '2025-03-24', '2025-11-16')).toEqual({
			since: '2025-10-06',
			until: '2025-11-17'
		});
	});
});

test('a day, a week and a month are shown among their like', () => {
	expect(stepOf({ since: '2025-03-03', until: '2025-03-04' })).toBe('day');
	expect(stepOf({ since: '2025-03-03', until: '2025-03-10' })).toBe('week');
	expect(stepOf({ since: '2025-02-01', until: '2025-03-01' })).toBe('month');
	expect(stepOf({ since: '2025-02-01', until: '2025-02-19' })).toBe('month');
});

test('twelve periods end with the last one pointed at; those pointed at are marked', () => {
	const weeks = periodsUpTo({ since: '2025-03-03', until: '2025-03-17' }, 'week');
	expect(weeks).toHaveLength(12);
	expect(weeks[0]).toEqual({ since: '2024-12-23', until: '2024-12-30', marked: false });
	expect(weeks.filter(({ marked }) => marked).map(({ since }) => since)).toEqual([
		'2025-03-03',
		'2025-03-10'
	]);
});
