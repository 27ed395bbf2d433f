/** The languages the product speaks; messages are complete in each. */
export const locales = ['en', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof locales)[number];

/** What a value reads as in each language. */
export type InEach = Readonly<Record<Locale, string>>;
