import { describe, expect, it } from 'vitest';
import { duration, durationParts, durationUnit } from '#lib/format/duration.ts';

describe('durations', () => {
	it('reads minutes below an hour, hours up to three days, days from there', () => {
		expect(duration(56, 'en')).toBe('56 min');
		expect(duration(21.7 * 60, 'en')).toBe('21.7 h');
		expect(duration(3.2 * 1440, 'en')).toBe('3.2 d');
		expect(duration(48 * 60, 'en')).toBe('48 h');
	});

	it('speaks of 分钟, 小时 and 天 in Simplified, of 分鐘 and 小時 in Traditional', () => {
		expect(duration(56, 'zh-CN')).toBe('56 分钟');
		expect(duration(56, 'zh-TW')).toBe('56 分鐘');
		expect(duration(1302, 'zh-CN')).toBe('21.7 小时');
		expect(duration(1302, 'zh-TW')).toBe('21.7 小時');
		expect(duration(4608, 'zh-CN')).toBe('3.2 天');
	});

	it('changes the unit by what would be printed: never 60 min, never 72 h', () => {
		expect(duration(59.4, 'en')).toBe('59 min');
		expect(duration(59.6, 'en')).toBe('1 h');
		expect(duration(71.94 * 60, 'en')).toBe('71.9 h');
		expect(duration(71.97 * 60, 'en')).toBe('3 d');
	});

	it('keeps a decimal for the first minutes only', () => {
		expect(duration(2.25, 'en')).toBe('2.3 min');
		expect(duration(12.4, 'en')).toBe('12 min');
		expect(duration(0, 'zh-CN')).toBe('0 分钟');
	});

	it('takes one unit for values side by side', () => {
		const unit = durationUnit(1302);
		expect([30, 1302].map((minutes) => duration(minutes, 'en', unit))).toEqual(['0.5 h', '21.7 h']);
	});

	it('gives value and unit apart, and keeps the sign of an early or negative time', () => {
		expect(durationParts(1302, 'zh-CN')).toEqual({ value: '21.7', unit: '小时' });
		expect(duration(-90, 'en')).toBe('\u22121.5 h');
		expect(duration(NaN, 'en')).toBe('–');
	});
});
