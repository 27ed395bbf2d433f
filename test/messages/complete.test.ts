import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '#lib/format/locale.ts';

type Message = string | readonly { readonly match: Readonly<Record<string, string>> }[];

const messages = Object.fromEntries(
	locales.map((locale) => [
		locale,
		JSON.parse(
			readFileSync(new URL(`../../src/lib/messages/${locale}.json`, import.meta.url), 'utf8')
		) as Record<string, Message>
	])
) as Record<Locale, Record<string, Message>>;

/** Every wording of a message: one, or one for each form of a plural. */
function wordings(message: Message | undefined): string[] {
	if (message === undefined) return [];
	return typeof message === 'string'
		? [message]
		: message.flatMap(({ match }) => Object.values(match));
}

function placeholders(text: string): string[] {
	return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
}

const keys = Object.keys(messages.en);

describe.each(locales)('messages in %s', (locale) => {
	it('have the keys of English, in sorted order', () => {
		const own = Object.keys(messages[locale]);
		expect([...own].sort()).toEqual([...keys].sort());
		expect(own).toEqual([...own].sort());
	});

	it('are never empty and never begin or end with space', () => {
		const bad = keys.filter((key) => {
			const found = wordings(messages[locale][key]);
			const bare = (text: string) => (key.endsWith('_separator') ? text : text.trim());
			return found.length === 0 || found.some((text) => text === '' || bare(text) !== text);
		});
		expect(bad).toEqual([]);
	});

	it('ask for the placeholders of English, each wording all of them', () => {
		const bad = keys.filter((key) => {
			const wanted = new Set(wordings(messages.en[key]).flatMap(placeholders));
			return wordings(messages[locale][key]).some(
				(text) => placeholders(text).join() !== [...wanted].sort().join()
			);
		});
		// A list says "A +2" in one language and "A and others, 3 in all" in another.
		expect(bad.filter((key) => !key.endsWith('_and_more'))).toEqual([]);
	});

	it('close every strong mark they open', () => {
		const bad = keys.filter((key) =>
			wordings(messages[locale][key]).some((text) => text.split('**').length % 2 === 0)
		);
		expect(bad).toEqual([]);
	});

	it('carry no markup, no straight apostrophe and no ASCII minus before a number', () => {
		const bad = keys.filter((key) =>
			wordings(messages[locale][key]).some((text) =>
				/<[a-z/]|\w'\w|(^|\s)-\d/i.test(text.replaceAll(/`[^`]*`/g, ''))
			)
		);
		expect(bad).toEqual([]);
	});
});

/** Names, formulas and forms that are the same in every language. */
const sameEverywhere = new Set([
	'app_name',
	'chip_span_below',
	'chip_span_from',
	'locale_name_en',
	'locale_name_zh_cn',
	'locale_name_zh_tw'
]);
/** Messages that are made of placeholders and signs only say nothing to translate. */
const worded = (text: string) => /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''));
/** People after whom a method is called, formats and programs keep their name. */
const properNames =
	/\b(Kendall|Spearman|Pearson|Wilson|Newcombe|Kaplan|Meier|Pareto|Laney|Python|Excel|Arrow|Redress|JSON|XLSX)\b/g;
const han = /\p{Script=Han}/u;

describe('translation', () => {
	it('is none where Chinese repeats English', () => {
		const copies = keys.filter(
			(key) =>
				!sameEverywhere.has(key) &&
				(['zh-CN', 'zh-TW'] as const).some(
					(locale) =>
						wordings(messages[locale][key]).some((text) => worded(text) && !han.test(text)) &&
						wordings(messages.en[key]).some((text) =>
							/[a-z]{4}/i.test(text.replaceAll(properNames, ''))
						)
				)
		);
		expect(copies).toEqual([]);
	});

	it('leaves no Chinese in English', () => {
		expect(
			keys.filter(
				(key) =>
					!sameEverywhere.has(key) && wordings(messages.en[key]).some((text) => han.test(text))
			)
		).toEqual([]);
	});

	it('uses no simplified character in Traditional and no traditional one in Simplified', () => {
		// Characters of everyday complaint work that differ; not all there are, enough to catch a copy.
		const simplified = /[诉类进导数据满优级责门处结环时长统计图过没这个总览设为与从单]/u;
		const traditional = /[訴類進導數據滿優級責門處結環時長統計圖過沒這個總覽設為與從單]/u;
		const found = (locale: Locale, wrong: RegExp) =>
			keys.filter(
				(key) =>
					!sameEverywhere.has(key) &&
					wordings(messages[locale][key]).some((text) => wrong.test(text))
			);
		expect(found('zh-TW', simplified)).toEqual([]);
		expect(found('zh-CN', traditional)).toEqual([]);
	});

	it('keeps the words of the mainland out of Taiwan', () => {
		const mainland = /投訴|默認|文件夾|信息|數據|網絡|軟件|質量|導出|導入|環比|同比|視頻|用戶名/u;
		expect(
			keys.filter((key) => wordings(messages['zh-TW'][key]).some((text) => mainland.test(text)))
		).toEqual([]);
	});
});
