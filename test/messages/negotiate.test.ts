import { describe, expect, it } from 'vitest';
import { knownLocale, negotiateLocale } from '#lib/messages/negotiate.ts';

describe('the language a browser asks for', () => {
	it.each([
		['zh', 'zh-CN'],
		['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
		['zh-SG', 'zh-CN'],
		['zh-Hans-HK', 'zh-CN'],
		['zh-TW', 'zh-TW'],
		['zh-HK', 'zh-TW'],
		['zh-MO', 'zh-TW'],
		['zh-Hant', 'zh-TW'],
		['en-GB,en;q=0.9', 'en'],
		['de-DE,zh-TW;q=0.7,en;q=0.6', 'zh-TW'],
		['en;q=0.5, zh-Hant;q=0.8', 'zh-TW'],
		['zh;q=0, en;q=0.1', 'en']
	])('%s is answered in %s', (header, locale) => {
		expect(negotiateLocale(header)).toBe(locale);
	});

	it('is left open where none of ours is asked for or the header is nonsense', () => {
		for (const header of [undefined, null, '', '*', 'fr', ';;;,q=', 'x_y_z,,'])
			expect(negotiateLocale(header)).toBeUndefined();
	});

	it('is only ever one we speak', () => {
		expect(knownLocale('zh-TW')).toBe('zh-TW');
		expect(knownLocale('zh-HK')).toBeUndefined();
		expect(knownLocale('../en')).toBeUndefined();
	});
});
