import { locales, type Locale } from '#lib/format/locale.ts';

/**
 * The language a browser asks for, from its Accept-Language header. Chinese is told apart by script,
 * not by region, so that zh, zh-SG, zh-HK and zh-Hant all find the right one.
 */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale | undefined {
	for (const tag of byPreference(acceptLanguage ?? '')) {
		const locale = closest(tag);
		if (locale) return locale;
	}
	return undefined;
}

/** The chosen language kept in a cookie, if it is one of ours. */
export function knownLocale(text: string | null | undefined): Locale | undefined {
	return locales.find((locale) => locale === text);
}

function byPreference(header: string): string[] {
	return header
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.trim().split(';');
			const weight = parameters.find((text) => text.trim().startsWith('q='));
			return { tag, weight: weight ? Number(weight.trim().slice(2)) : 1 };
		})
		.filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
		.sort((a, b) => b.weight - a.weight)
		.map(({ tag }) => tag);
}

function closest(tag: string): Locale | undefined {
	try {
		const { language, script } = new Intl.Locale(tag).maximize();
		if (language === 'en') return 'en';
		if (language === 'zh' || language === 'yue') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
	} catch {
		// A header is anybody's text: a tag that is none is passed over.
	}
	return undefined;
}
