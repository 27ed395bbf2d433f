import { describe, expect, it } from 'vitest';
import { asOf, instant, wallTime } from '#lib/format/instant.ts';

const noon = Date.parse('2025-11-18T04:05:06Z');

describe('instants', () => {
	it('are told in the business zone, whatever the zone of the machine', () => {
		expect(wallTime(noon, 'Asia/Shanghai')).toEqual({
			day: '2025-11-18',
			time: '12:05',
			seconds: '06'
		});
		expect(instant(noon, 'en', 'Asia/Shanghai')).toBe('18 Nov 2025, 12:05');
		expect(instant(noon, 'zh-CN', 'Asia/Shanghai')).toBe('2025-11-18 12:05');
		expect(instant(noon, 'zh-TW', 'America/New_York')).toBe('2025-11-17 23:05');
	});

	it('follow daylight saving', () => {
		expect(instant(Date.parse('2025-03-30T00:59:00Z'), 'en', 'Europe/Berlin')).toBe(
			'30 Mar 2025, 01:59'
		);
		expect(instant(Date.parse('2025-03-30T01:00:00Z'), 'en', 'Europe/Berlin')).toBe(
			'30 Mar 2025, 03:00'
		);
	});

	it('write midnight as 00:00, but an as-of midnight as the end of the day before', () => {
		const midnight = Date.parse('2025-11-18T16:00:00Z');
		expect(instant(midnight, 'zh-CN', 'Asia/Shanghai')).toBe('2025-11-19 00:00');
		expect(asOf(midnight, 'zh-CN', 'Asia/Shanghai')).toBe('2025-11-18 24:00');
		expect(asOf(midnight, 'en', 'Asia/Shanghai')).toBe('18 Nov 2025, 24:00');
		expect(asOf(noon, 'en', 'Asia/Shanghai')).toBe('18 Nov 2025, 12:05');
	});
});
