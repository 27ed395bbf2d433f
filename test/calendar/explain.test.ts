import { expect, it } from 'vitest';
import { explainDeadline } from '#lib/calendar/explain.ts';
import { presetCalendars } from '#lib/server/policy/presets.ts';

const office = presetCalendars.find(({ id }) => id === 'china-office')!;

it('names the holidays and make-up days a deadline steps over', () => {
	// Tuesday 30 September 2025, 17:00, with ten hours of work: an hour that day, National Day and
	// Mid-Autumn until 8 October, nine hours on Thursday 9 October.
	const { dueAt, days } = explainDeadline(office, Date.parse('2025-09-30T17:00+08:00'), 36_000);
	expect(new Date(dueAt!).toISOString()).toBe('2025-10-09T10:00:00.000Z');
	expect(days.map(({ kind }) => kind)).toEqual([
		'working',
		...Array.from({ length: 8 }, () => 'holiday'),
		'working'
	]);
	expect(days[6]).toMatchObject({ day: '2025-10-06', name: '中秋节', seconds: 0, left: 32_400 });
	expect(days.at(-1)).toMatchObject({ seconds: 32_400, left: 0 });
});

it('counts a make-up Saturday by the windows of a Monday', () => {
	// Saturday 11 October 2025 is worked in exchange for National Day.
	const { days } = explainDeadline(office, Date.parse('2025-10-10T18:00+08:00'), 3600);
	expect(days.map(({ day, kind, seconds }) => [day, kind, seconds])).toEqual([
		['2025-10-10', 'closed', 0],
		['2025-10-11', 'make_up', 3600]
	]);
});
