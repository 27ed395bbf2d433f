import { describe, expect, it } from 'vitest';
import {
	change,
	compactCount,
	count,
	list,
	money,
	number,
	percent,
	points,
	score,
	signed
} from '#lib/format/number.ts';
import { locales } from '#lib/format/locale.ts';

/** The value in each language: English, Simplified, Traditional. */
const inEach = (write: (locale: (typeof locales)[number]) => string) => locales.map(write);

describe('numbers', () => {
	it('groups counts by thousands in every language', () => {
		expect(inEach((l) => count(1811, l))).toEqual(['1,811', '1,811', '1,811']);
		expect(inEach((l) => count(60_000, l))).toEqual(['60,000', '60,000', '60,000']);
	});

	it('shortens large counts by k and M in English, by ten thousands in Chinese', () => {
		expect(inEach((l) => compactCount(9_999, l))).toEqual(['9,999', '9,999', '9,999']);
		expect(inEach((l) => compactCount(22_780, l))).toEqual(['22.8k', '2.3 万', '2.3 萬']);
		expect(inEach((l) => compactCount(1_408_000, l))).toEqual(['1.4M', '140.8 万', '140.8 萬']);
		expect(inEach((l) => compactCount(120_000_000, l))).toEqual(['120M', '1.2 亿', '1.2 億']);
	});

	it('never writes a thousand of one step for one of the next', () => {
		expect(compactCount(999_960, 'en')).toBe('1M');
		expect(compactCount(999_400, 'en')).toBe('999.4k');
		expect(compactCount(99_999_000, 'zh-CN')).toBe('1 亿');
	});

	it('writes shares as percentages with one decimal, also whole ones', () => {
		expect(inEach((l) => percent(0.802, l))).toEqual(['80.2%', '80.2%', '80.2%']);
		expect(percent(0.5, 'en')).toBe('50.0%');
		expect(percent(1, 'en', 0)).toBe('100%');
	});

	it('writes differences of shares in percentage points with a sign and a true minus', () => {
		expect(inEach((l) => points(0.017, l))).toEqual(['+1.7 pp', '+1.7 个百分点', '+1.7 個百分點']);
		expect(inEach((l) => points(-0.018, l))).toEqual([
			'\u22121.8 pp',
			'\u22121.8 个百分点',
			'\u22121.8 個百分點'
		]);
	});

	it('gives no direction to a difference that rounds to nothing', () => {
		expect(points(-0.0003, 'en')).toBe('±0.0 pp');
		expect(signed(0.2, 'en')).toBe('±0');
		expect(number(-0.01, 'en', 1)).toBe('0');
	});

	it('writes relative changes with sign', () => {
		expect(change(0.204, 'zh-CN')).toBe('+20.4%');
		expect(change(-0.058, 'en')).toBe('\u22125.8%');
	});

	it('writes negative numbers with U+2212, not with a hyphen', () => {
		expect(number(-1234.5, 'zh-TW', 1)).toBe('\u22121,234.5');
	});

	it('shows a dash where there is no number', () => {
		for (const write of [number, count, compactCount, percent, points, change, score, signed])
			expect(write(NaN, 'en')).toBe('–');
		expect(money(Infinity, 'en')).toBe('–');
	});

	it('writes scores with two decimals and money with cents only where they matter', () => {
		expect(score(4.2, 'zh-CN')).toBe('4.20');
		expect(inEach((l) => money(1234.5, l))).toEqual(['¥1,234.50', '¥1,234.50', '¥1,234.50']);
		expect(money(1200, 'en')).toBe('¥1,200');
		expect(money(-56_789.4, 'zh-CN')).toBe('\u2212¥56,789');
		expect(money(12, 'zh-TW', 'TWD')).toBe('$12');
	});

	it('joins lists as each language does', () => {
		expect(inEach((l) => list(['A', 'B', 'C'], l))).toEqual([
			'A, B and C',
			'A、B 和 C',
			'A、B 和 C'
		]);
		expect(list(['物流', '价格', '售后'], 'zh-CN')).toBe('物流、价格和售后');
		expect(list(['Order Related', '退款'], 'zh-CN')).toBe('Order Related 和退款');
		expect(list(['退款', 'Refund'], 'zh-TW')).toBe('退款和 Refund');
		expect(list(['2511-01', '2511-02'], 'zh-CN')).toBe('2511-01 和 2511-02');
		expect(list(['“A”', '（空白）'], 'zh-CN')).toBe('“A”和（空白）');
		expect(list(['A', 'B'], 'en')).toBe('A and B');
		expect(list(['A'], 'zh-CN')).toBe('A');
		expect(list([], 'en')).toBe('');
	});
});
