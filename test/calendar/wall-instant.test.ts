import { expect, test } from 'vitest';
import { instantOfWall } from '#lib/calendar/wall-instant.ts';

test('clocks of Shanghai are eight hours ahead of UTC', () => {
	expect(instantOfWall('2025-11-19 00:00', 'Asia/Shanghai')).toBe(Date.UTC(2025, 10, 18, 16));
});

// Berlin put its clocks forward on 30 March 2025 at 01:00 UTC and back on 26 October at 01:00 UTC.
test.each([
	['2025-03-30 01:59', Date.UTC(2025, 2, 30, 0, 59)],
	['2025-03-30 03:00', Date.UTC(2025, 2, 30, 1)],
	['2025-10-26 01:59', Date.UTC(2025, 9, 25, 23, 59)],
	['2025-10-26 03:00', Date.UTC(2025, 9, 26, 2)]
])('in Berlin %s is found beside a change of the clocks', (text, instant) => {
	expect(instantOfWall(text, 'Europe/Berlin')).toBe(instant);
});

test('what is no time of day is none', () => {
	expect(instantOfWall('2025-02-30 99:00', 'UTC')).toBeNull();
	expect(instantOfWall('yesterday', 'UTC')).toBeNull();
});
